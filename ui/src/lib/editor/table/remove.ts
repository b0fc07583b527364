// Removing in a table takes words, not the walls between cells.

import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

import { removeTable } from './edit';
import { type Cell, placeAt, type Table } from './table';

const NOTHING: TransactionSpec = {};

/** Backspace at the beginning of a cell; with an empty table, it takes the table. */
export function backspaceInTable(state: EditorState): TransactionSpec | null {
  const { head, empty } = state.selection.main;
  if (!empty) return removeSelected(state);
  const place = placeAt(state, head);
  if (!place) return null;
  if (place.table.rows.every(({ cells }) => cells.every(isBlank))) return removeTable(state);
  return head <= place.cell.words.from ? NOTHING : null;
}

export function deleteInTable(state: EditorState): TransactionSpec | null {
  const { head, empty } = state.selection.main;
  if (!empty) return removeSelected(state);
  const place = placeAt(state, head);
  return place && head >= place.cell.words.to ? NOTHING : null;
}

const isBlank = ({ words }: Cell): boolean => words.from === words.to;

/** What is selected in more than one cell of a table: the words, cell by cell. */
export function removeSelected(state: EditorState): TransactionSpec | null {
  const { from, to } = state.selection.main;
  const [first, last] = [placeAt(state, from), placeAt(state, to)];
  if (!first || !last || first.table.from !== last.table.from) return null;
  if (first.cell.from === last.cell.from || isWhole(first.table, from, to)) return null;
  const changes = first.table.rows
    .flatMap(({ cells }) => cells)
    .map(({ words }) => ({ from: Math.max(words.from, from), to: Math.min(words.to, to) }))
    .filter((span) => span.from < span.to);
  return {
    changes,
    selection: EditorSelection.cursor(Math.max(first.cell.inner.from, Math.min(from, first.cell.words.to))),
    userEvent: 'delete.selection',
    scrollIntoView: true,
  };
}

function isWhole(table: Table, from: number, to: number): boolean {
  return from <= table.from && to >= table.to;
}
