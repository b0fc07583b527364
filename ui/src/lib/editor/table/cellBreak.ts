import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

import { BREAK_TAG } from '../notation/lineBreak';
import { placeAt } from './table';

/** Shift+Enter in a cell: a new line in it. */
export function cellBreak(state: EditorState): TransactionSpec | null {
  const { from, to } = state.selection.main;
  const place = state.selection.ranges.length > 1 ? null : placeAt(state, from);
  if (!place || to > place.cell.inner.to) return null;
  return {
    changes: { from, to, insert: BREAK_TAG },
    selection: EditorSelection.cursor(from + BREAK_TAG.length, -1),
    userEvent: 'input',
    scrollIntoView: true,
  };
}
