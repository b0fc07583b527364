// A table of the text: its rows, its cells, and where in them the cursor is. Rows are lines, and bars are the walls of cells.

import { syntaxTree } from '@codemirror/language';
import type { EditorState, Line } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import type { Span } from '../notation/span';
import { wordsStart } from '../notation/wordsStart';
import { treeAsFarAs } from '../tree';

export interface Cell {
  /** From its left wall, which is part of it, to the next cell; the last one to the end of the line. */
  from: number;
  to: number;
  /** Where one can type: after the left wall and one space, before the right wall. */
  inner: Span;
  /** The words without the spaces around them. Empty where a cell is. */
  words: Span;
}

export interface Row {
  line: Line;
  cells: Cell[];
}

export interface Table {
  from: number;
  to: number;
  /** The first is the head. */
  rows: Row[];
  /** The line below the head. */
  rule: Line;
}

/**
 * The table at this place; only one that is in no list and no quotation. `atOnce`: from what has been read of the text so
 * far, for what is asked whenever something is drawn.
 */
export function tableAt(state: EditorState, position: number, atOnce = false): Table | null {
  const line = state.doc.lineAt(position);
  const tree = atOnce ? syntaxTree(state) : treeAsFarAs(state, line.to);
  let node: SyntaxNode | null = tree.resolveInner(line.from, 1);
  while (node && node.name !== 'Table') node = node.parent;
  return node && tableOf(state, node);
}

/** The table that a node of the tree stands for. */
export function tableOf(
  state: EditorState,
  node: { from: number; to: number; parent?: SyntaxNode | null },
): Table | null {
  const first = state.doc.lineAt(node.from);
  if (node.parent?.name !== 'Document' || first.number === state.doc.lines) return null;
  const last = state.doc.lineAt(node.to);
  const rule = state.doc.line(first.number + 1);
  const rows: Row[] = [];
  for (let { number } = first; number <= last.number; number += 1) {
    const line = state.doc.line(number);
    if (number !== rule.number) rows.push({ line, cells: cellsOf(line) });
  }
  return { from: first.from, to: last.to, rows, rule };
}

/** Whether the line is one of a table, be that in a list or a quotation. */
export function isOfTable(state: EditorState, line: Line): boolean {
  const tree = treeAsFarAs(state, line.to);
  let node: SyntaxNode | null = tree.resolveInner(wordsStart(state, line), 1);
  while (node && node.name !== 'Table') node = node.parent;
  return node !== null;
}

export function cellsOf(line: Line): Cell[] {
  const { text } = line;
  const start = text.length - text.trimStart().length;
  const walls = wallsOf(text);
  const open = walls[0] === start ? walls.slice(1) : walls;
  const end = text.trimEnd().length;
  const inside = open.at(-1) === end - 1 ? open : [...open, end];
  let from = 0;
  return inside.map((wall, index) => {
    const isLast = index === inside.length - 1;
    const begin = index === 0 ? (walls[0] === start ? start + 1 : start) : from + 1;
    const cell = cellIn(line, { from, to: isLast ? text.length : wall }, { from: begin, to: wall });
    from = wall;
    return cell;
  });
}

/** Bars that no backslash protects. */
function wallsOf(text: string): number[] {
  const walls: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '|') walls.push(at);
  }
  return walls;
}

function cellIn(line: Line, whole: Span, raw: Span): Cell {
  const text = line.text.slice(raw.from, raw.to);
  const lead = text.length - text.trimStart().length;
  const blank = lead === text.length;
  const words = blank
    ? { from: raw.from + Math.min(1, text.length), to: raw.from + Math.min(1, text.length) }
    : { from: raw.from + lead, to: raw.from + text.trimEnd().length };
  const space = text.startsWith(' ') && text.length > 1 ? 1 : 0;
  const moved = ({ from, to }: Span): Span => ({ from: line.from + from, to: line.from + to });
  return { ...moved(whole), inner: moved({ from: raw.from + space, to: raw.to }), words: moved(words) };
}

export interface Place {
  table: Table;
  /** 0 is the head. */
  row: number;
  column: number;
  cell: Cell;
}

/** The cell at this place; in the line below the head, that of the head. */
export function placeAt(state: EditorState, position: number, atOnce = false): Place | null {
  const table = tableAt(state, position, atOnce);
  if (!table) return null;
  const found = table.rows.findIndex(({ line }) => position >= line.from && position <= line.to);
  const row = Math.max(found, 0);
  const { cells } = table.rows[row] ?? { cells: [] };
  const inside = cells.findIndex(({ inner }) => position <= inner.to);
  const column = inside < 0 ? cells.length - 1 : inside;
  const cell = cells[column];
  return cell ? { table, row, column, cell } : null;
}
