// Tables: those that hold facts become tables, those that hold a layout become what is in them.

import type { PhrasingContent, Table } from 'mdast';

const NAMES = new Set(['thead', 'tbody', 'tfoot']);

export function rowsOf(table: Element): Element[][] {
  const rows = [...table.children].flatMap((child) => {
    if (child.localName === 'tr') return [child];
    return NAMES.has(child.localName)
      ? [...child.children].filter(({ localName }) => localName === 'tr')
      : [];
  });
  return rows.map((row) => [...row.children].filter(({ localName }) => /^t[dh]$/.test(localName)));
}

/** Emails are built from tables. A table that says so, holds other tables, or has one column or one row of words, is no table. */
export function isLayout(table: Element, rows: Element[][]): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  if (table.querySelector('table') !== null) return true;
  const full = rows.map((row) => row.filter(hasWords).length).filter((count) => count > 0);
  return full.length < 2 || !full.some((count) => count > 1);
}

/**
 * The words of each cell at its place, with empty cells where one reaches over others, and without rows and columns that
 * are empty throughout. The first row is the header: every table of the article has one.
 */
export function tableFrom(
  rows: Element[][],
  words: (cell: Element, header: boolean) => PhrasingContent[],
): Table {
  const grid: PhrasingContent[][][] = [];
  let reaching: number[] = [];
  for (const row of rows) {
    const { line, below } = spread(row, reaching, (cell) => words(cell, grid.length === 0));
    reaching = below;
    if (line.some((cell) => cell.length > 0)) grid.push(line);
  }
  const width = grid.reduce((most, line) => Math.max(most, line.length), 0);
  const columns = [...Array(width).keys()].filter((at) => grid.some((line) => (line[at]?.length ?? 0) > 0));
  return {
    type: 'table',
    children: grid.map((line) => ({
      type: 'tableRow',
      children: columns.map((at) => ({ type: 'tableCell', children: line[at] ?? [] })),
    })),
  };
}

interface Spread {
  line: PhrasingContent[][];
  /** For each column, how many of the next rows a cell of this one still covers. */
  below: number[];
}

function spread(row: Element[], reaching: number[], words: (cell: Element) => PhrasingContent[]): Spread {
  const line: PhrasingContent[][] = [];
  const below: number[] = [];
  const skip = () => {
    while ((reaching[line.length] ?? 0) > 0) {
      below[line.length] = (reaching[line.length] ?? 0) - 1;
      line.push([]);
    }
  };
  for (const cell of row) {
    skip();
    const [columns, rows] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
    for (let at = 0; at < columns; at += 1) {
      below[line.length] = rows - 1;
      line.push(at === 0 ? words(cell) : []);
    }
  }
  skip();
  return { line, below };
}

/** A page can claim any number. No table that a person reads has more columns than this. */
function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), 50);
}

function hasWords(cell: Element): boolean {
  return cell.textContent.replaceAll(/[\s\u00A0\u200B]/g, '') !== '';
}
