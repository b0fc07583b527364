// Moving in a table: Tab and the arrows go from cell to cell, Enter down, and never into the walls between them.

import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

import { rowAtEnd } from './edit';
import { type Cell, type Place, placeAt, type Table } from './table';

const select = (cursor: number): TransactionSpec => ({
  selection: EditorSelection.cursor(cursor),
  userEvent: 'select',
  scrollIntoView: true,
});

/** The cursor behind the words of a cell. One without any room gets some. */
function into(cell: Cell): TransactionSpec {
  const { inner, words } = cell;
  if (inner.to - inner.from > 0) return select(words.to);
  return {
    changes: { from: inner.from, insert: '  ' },
    selection: EditorSelection.cursor(inner.from + 1),
    userEvent: 'input.table',
    scrollIntoView: true,
  };
}

function here(state: EditorState): Place | null {
  return placeAt(state, state.selection.main.head);
}

const cells = ({ rows }: Table): Cell[] => rows.flatMap((row) => row.cells);

function neighbour(place: Place, step: 1 | -1): Cell | undefined {
  const all = cells(place.table);
  const at = all.indexOf(place.cell) + step;
  return at < 0 ? undefined : all[at];
}

export function nextCell(state: EditorState): TransactionSpec | null {
  const place = here(state);
  if (!place) return null;
  const next = neighbour(place, 1);
  return next ? into(next) : rowAtEnd(state);
}

/** In the first cell, the key is used up all the same. */
export function previousCell(state: EditorState): TransactionSpec | null {
  const place = here(state);
  if (!place) return null;
  const previous = neighbour(place, -1);
  return previous ? into(previous) : {};
}

/** Enter: the cell below, and out of the table after the last one. */
export function cellBelow(state: EditorState): TransactionSpec | null {
  const place = here(state);
  if (!place) return null;
  const { table, row, column } = place;
  const below = table.rows[row + 1]?.cells;
  const cell = below?.[Math.min(column, below.length - 1)];
  return cell ? into(cell) : leave(state, table);
}

function leave(state: EditorState, { to }: Table): TransactionSpec {
  const after = state.sliceDoc(to, to + 2);
  const missing = '\n\n'.slice(/^\n*/.exec(after)?.[0].length ?? 0);
  return {
    changes: { from: to, insert: missing === '' ? '\n\n' : missing },
    selection: EditorSelection.cursor(to + 2),
    userEvent: 'input',
    scrollIntoView: true,
  };
}

/** Left of the first letter of a cell: behind the last one of the cell before. */
export function leftOfCell(state: EditorState): TransactionSpec | null {
  const place = edge(state, ({ inner, words }) => Math.min(words.from, Math.max(inner.from, words.from)));
  if (!place) return null;
  const previous = neighbour(place, -1);
  if (previous) return select(previous.words.to);
  return select(Math.max(0, place.table.from - 1));
}

export function rightOfCell(state: EditorState): TransactionSpec | null {
  const place = edge(state, ({ words }) => words.to, true);
  if (!place) return null;
  const next = neighbour(place, 1);
  if (next) return select(next.words.from);
  return select(Math.min(state.doc.length, place.table.to + 1));
}

/** The place of a cursor that stands at or beyond this edge of its cell. */
function edge(state: EditorState, of: (cell: Cell) => number, right = false): Place | null {
  const { head, empty } = state.selection.main;
  const place = empty ? here(state) : null;
  if (!place) return null;
  const at = of(place.cell);
  return (right ? head >= at : head <= at) ? place : null;
}

/** Where a cursor belongs that was put at `position` in a table, coming from `before`. */
export function placeInTable(state: EditorState, position: number, before: number): number | null {
  const place = placeAt(state, position);
  if (!place) return null;
  const { table, cell } = place;
  if (position >= table.rule.from && position <= table.rule.to) {
    const column = placeAt(state, before)?.column ?? 0;
    const to = table.rows[before < table.rule.from ? 1 : 0]?.cells;
    return (to?.[Math.min(column, to.length - 1)] ?? cell).words.to;
  }
  return Math.min(Math.max(position, Math.min(cell.inner.from, cell.words.from)), cell.inner.to);
}
