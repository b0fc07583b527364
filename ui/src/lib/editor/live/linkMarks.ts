// The marks of a link or a picture where the cursor touches it, with no more of the address than there is room for.

import { WidgetType } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';

import type { Sheet } from './sheet';

class Ellipsis extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const dots = document.createElement('span');
    dots.className = 'cm-address';
    dots.textContent = '…';
    return dots;
  }
}

const ellipsis = new Ellipsis();

/**
 * A long address would push the lines below away each time the cursor passes by: unless the cursor is in the address
 * itself, only its first `most` characters are shown.
 */
export function showLinkMarks(sheet: Sheet, node: SyntaxNode, most: number): void {
  const [open, close] = node.getChildren('LinkMark');
  const url = node.getChild('URL');
  if (!open || !close || !url) return;
  sheet.mark(open.from, open.to, 'cm-mark');
  sheet.mark(close.from, node.to, 'cm-address');
  const rest = { from: url.from + most, to: node.getChild('LinkTitle')?.to ?? url.to };
  if (rest.to > rest.from + 1 && !sheet.touched({ from: url.from, to: rest.to })) {
    sheet.replace(rest.from, rest.to, ellipsis);
  }
}
