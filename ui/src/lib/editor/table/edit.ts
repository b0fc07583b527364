// Changes of a table's rows and columns. Each writes the whole table anew, in one step of undo.

import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

import { type Place, placeAt, type Table } from './table';

type Grid = string[][];

/** What stands in the line below the head for one column. */
type Rule = string;

interface Content {
  grid: Grid;
  rules: Rule[];
}

/** The words of every cell, each row as long as the head. */
function contentOf(state: EditorState, { rows, rule }: Table): Content {
  const width = rows[0]?.cells.length ?? 0;
  const grid = rows.map(({ cells }) =>
    Array.from({ length: width }, (_, at) => {
      const words = cells[at]?.words;
      return words ? state.sliceDoc(words.from, words.to) : '';
    }),
  );
  const written = rule.text.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  const rules = Array.from({ length: width }, (_, at) => written[at]?.trim() || '---');
  return { grid, rules };
}

const rowText = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The text of a table, and where the words of a cell end in it. */
function written({ grid, rules }: Content, row: number, column: number): { text: string; cursor: number } {
  const lines = grid.map(rowText);
  const head = [lines[0] ?? '', rowText(rules)];
  const all = [...head, ...lines.slice(1)];
  const at = row === 0 ? 0 : row + 1;
  const before = all.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
  const words = (grid[row] ?? []).slice(0, column + 1);
  const inside = words.reduce((sum, cell) => sum + cell.length, 0) + 2 + 3 * column;
  return { text: all.join('\n'), cursor: before + inside };
}

type Change = (content: Content, place: Place) => { row: number; column: number } | null;

function change(state: EditorState, make: Change): TransactionSpec | null {
  const place = placeAt(state, state.selection.main.head);
  if (!place) return null;
  const content = contentOf(state, place.table);
  const to = make(content, place);
  if (to === null) return null;
  const { text, cursor } = written(content, to.row, to.column);
  const { from } = place.table;
  return {
    changes: { from, to: place.table.to, insert: text },
    selection: EditorSelection.cursor(from + cursor),
    userEvent: 'input.table',
    scrollIntoView: true,
  };
}

const emptyRow = ({ rules }: Content): string[] => rules.map(() => '');

/** The head stays the first row: above it, there is none. */
export const rowAbove = (state: EditorState): TransactionSpec | null =>
  change(state, (content, { row, column }) => {
    const at = Math.max(row, 1);
    content.grid.splice(at, 0, emptyRow(content));
    return { row: at, column };
  });

export const rowBelow = (state: EditorState): TransactionSpec | null =>
  change(state, (content, { row, column }) => {
    content.grid.splice(row + 1, 0, emptyRow(content));
    return { row: row + 1, column };
  });

/** For Tab in the last cell: a new row, and the cursor in its first cell. */
export const rowAtEnd = (state: EditorState): TransactionSpec | null =>
  change(state, (content) => {
    content.grid.push(emptyRow(content));
    return { row: content.grid.length - 1, column: 0 };
  });

function addColumn({ grid, rules }: Content, at: number): void {
  for (const row of grid) row.splice(at, 0, '');
  rules.splice(at, 0, '---');
}

export const columnBefore = (state: EditorState): TransactionSpec | null =>
  change(state, (content, { row, column }) => {
    addColumn(content, column);
    return { row, column };
  });

export const columnAfter = (state: EditorState): TransactionSpec | null =>
  change(state, (content, { row, column }) => {
    addColumn(content, column + 1);
    return { row, column: column + 1 };
  });

/** Without its last row, the table is gone. The row below the head becomes the head. */
export const removeRow = (state: EditorState): TransactionSpec | null => {
  const place = placeAt(state, state.selection.main.head);
  if (place?.table.rows.length === 1) return removeTable(state);
  return change(state, ({ grid }, { row, column }) => {
    grid.splice(row, 1);
    return { row: Math.min(row, grid.length - 1), column };
  });
};

export const removeColumn = (state: EditorState): TransactionSpec | null => {
  const place = placeAt(state, state.selection.main.head);
  if (place?.table.rows[0]?.cells.length === 1) return removeTable(state);
  return change(state, ({ grid, rules }, { row, column }) => {
    const at = Math.min(column, rules.length - 1);
    for (const cells of grid) cells.splice(at, 1);
    rules.splice(at, 1);
    return { row, column: Math.min(at, rules.length - 1) };
  });
};

export function removeTable(state: EditorState): TransactionSpec | null {
  const place = placeAt(state, state.selection.main.head);
  if (!place) return null;
  const { from, to } = place.table;
  return {
    changes: { from, to },
    selection: EditorSelection.cursor(from),
    userEvent: 'delete.table',
    scrollIntoView: true,
  };
}
