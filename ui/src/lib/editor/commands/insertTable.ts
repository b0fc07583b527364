import type { EditorState, TransactionSpec } from '@codemirror/state';

import { apart } from './apart';

/** Two columns, a head and two rows; the cursor in its first cell. In a table there is none to insert. */
export function insertTable(state: EditorState): TransactionSpec {
  const row = '|  |  |';
  return apart(state, [row, '| --- | --- |', row, row].join('\n'), { from: 2 });
}
