import type { EditorState, TransactionSpec } from '@codemirror/state';

import { apart } from './apart';
import { escapeBrackets, escapeDestination } from '../notation/escape';

export function video(state: EditorState, address: string, title: string): TransactionSpec {
  const block = `[${escapeBrackets(title)}](${escapeDestination(address)})\n\n`;
  return apart(state, block, { from: block.length });
}
