import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

import { listLine } from '../notation/listLine';
import { wordsStart } from '../notation/wordsStart';

/** Home: in the first row of a line, before its words and not before its hidden marks. `row` is the start of the row. */
export function lineStart(state: EditorState, row: number, extend: boolean): TransactionSpec | null {
  const { anchor, head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const words = wordsStart(state, line);
  if (row > words || words === line.from) return null;
  return {
    selection: extend ? EditorSelection.range(anchor, words) : EditorSelection.cursor(words),
    scrollIntoView: true,
    userEvent: 'select',
  };
}

/** Left of the first word of an item stands the line before, not the bullet. */
export function leftOfItem(state: EditorState): TransactionSpec | null {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  const prefix = listLine(state, line)?.prefix;
  if (!empty || !prefix || prefix.from === prefix.to || head !== prefix.to) return null;
  return {
    selection: EditorSelection.cursor(Math.max(0, line.from - 1)),
    scrollIntoView: true,
    userEvent: 'select',
  };
}
