import type { EditorState, TransactionSpec } from '@codemirror/state';

import { apart } from './apart';

export function divider(state: EditorState): TransactionSpec {
  const block = '---\n\n';
  return apart(state, block, { from: block.length });
}
