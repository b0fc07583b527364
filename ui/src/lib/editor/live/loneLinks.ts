// Links that are all of their paragraph and mean more than a link: the practice's call to action, and videos.

import type { SyntaxNode } from '@lezer/common';

import { videoAddress } from '../notation/address';
import { isAlone } from '../notation/alone';
import type { Sheet } from './sheet';

export function drawLoneLink(sheet: Sheet, node: SyntaxNode, address: string): void {
  if (node.parent?.name !== 'Paragraph' || node.parent.from !== node.from || node.parent.to !== node.to)
    return;
  if (!isAlone(sheet.state, node)) return;
  if (address === 'practice:contact') sheet.line(node.from, 'cm-ask');
  else if (videoAddress(address) === address) sheet.line(node.from, 'cm-video');
}
