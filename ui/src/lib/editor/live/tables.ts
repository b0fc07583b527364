// Tables as tables: each line a row, each stretch between two bars a cell. The bars themselves are never shown.

import { tableOf } from '../table/table';
import type { Span } from '../notation/span';
import type { Draw, Sheet } from './sheet';

const SIDES: [RegExp, string][] = [
  [/^:-*:$/, ' cm-cell-center'],
  [/^-*:$/, ' cm-cell-right'],
];

/** The class of each column, from the line below the head. */
function looks(rule: string): string[] {
  const columns = rule.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return columns.map((column) => SIDES.find(([side]) => side.test(column.trim()))?.[1] ?? '');
}

const overlaps = (sheet: Sheet, { from, to }: Span): boolean =>
  from <= sheet.within.to && to >= sheet.within.from;

const table: Draw = ({ node }, sheet) => {
  const found = tableOf(sheet.state, node);
  if (!found) return;
  const { rows, rule } = found;
  const sides = looks(rule.text);
  for (const [index, { line, cells }] of rows.entries()) {
    if (!overlaps(sheet, line)) continue;
    sheet.line(line.from, index === 0 ? 'cm-table-row cm-table-head' : 'cm-table-row');
    for (const [column, { from, to, inner, words }] of cells.entries()) {
      sheet.cell(from, to, `cm-cell${sides[column] ?? ''}`);
      sheet.hide(from, inner.from);
      // The space before the wall is no part of the words; an empty cell keeps it, for the cursor.
      const space = words.from < words.to && words.to < inner.to ? 1 : 0;
      sheet.hide(inner.to - space, to);
    }
  }
  if (!overlaps(sheet, rule)) return;
  sheet.line(rule.from, 'cm-table-rule');
  sheet.hide(rule.from, rule.to);
};

export const tables: Record<string, Draw> = { Table: table };
