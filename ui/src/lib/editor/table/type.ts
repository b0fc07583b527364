// Typing in a table keeps its walls: a bar is only a bar, and words that are written over those of several cells leave the
// cells.

import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

import { removeSelected } from './remove';
import { placeAt } from './table';

const bar = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view;
  const place = text === '|' && from === to ? placeAt(state, from) : null;
  if (!place || state.sliceDoc(from - 1, from) === '\\') return false;
  // Who writes the bars of a new row by hand may do so.
  const width = place.table.rows[0]?.cells.length ?? 0;
  if ((place.table.rows[place.row]?.cells.length ?? 0) < width) return false;
  view.dispatch({
    changes: { from, insert: '\\|' },
    selection: { anchor: from + 2 },
    userEvent: 'input.type',
    scrollIntoView: true,
  });
  return true;
});

/** Cutting, or typing over, what is selected in several cells. */
const overCells = EditorState.transactionFilter.of((transaction) => {
  const { docChanged, startState } = transaction;
  if (!docChanged || startState.selection.main.empty) return transaction;
  const typed = transaction.isUserEvent('input.type');
  if (!typed && !transaction.isUserEvent('delete.cut')) return transaction;
  const removed = removeSelected(startState);
  if (removed === null) return transaction;
  let text = '';
  if (typed)
    transaction.changes.iterChanges((_from, _to, _start, _end, inserted) => (text += inserted.toString()));
  const { main } = startState.update({ ...removed, filter: false }).state.selection;
  const insert = {
    changes: { from: main.head, insert: text },
    selection: { anchor: main.head + text.length },
  };
  return [removed, { ...insert, sequential: true }];
});

export const typeInTable: Extension = [bar, overCells];
