// What headings, lists and quotations have in common: marks at the beginning of lines.

import { EditorSelection, type EditorState, type Line, type TransactionSpec } from '@codemirror/state';

import { isOfTable } from '../table/table';

const PREFIX = /^\s*(?:#{1,6}\s+|[-*+]\s+|\d{1,9}[.)]\s+|>\s?)?/;

/** The marks with which a line begins, and the space around them. */
export function blockPrefix(text: string): string {
  return PREFIX.exec(text)?.[0] ?? '';
}

export function selectedLines(state: EditorState): Line[] {
  const lines: Line[] = [];
  for (const { from, to } of state.selection.ranges) {
    for (let number = state.doc.lineAt(from).number; number <= state.doc.lineAt(to).number; number += 1) {
      if (lines.at(-1)?.number !== number) lines.push(state.doc.line(number));
    }
  }
  return lines;
}

/**
 * Gives every selected line with words in it the prefix that `prefix` names (first line: 0), in place of the one that it
 * has; when all of them have it already (`has`), takes it away. A row of a table can't begin with any.
 */
export function togglePrefix(
  state: EditorState,
  prefix: (index: number) => string,
  has: (text: string) => boolean,
): TransactionSpec {
  const all = selectedLines(state);
  const written = all.length === 1 ? all : all.filter((line) => line.text.trim() !== '');
  const lines = written.filter((line) => !isOfTable(state, line));
  if (lines.length === 0) return {};
  const remove = lines.every((line) => has(line.text));
  const changes = state.changes(
    lines.map((line, index) => {
      const to = line.from + blockPrefix(line.text).length;
      return { from: line.from, to, insert: remove ? '' : prefix(index) };
    }),
  );
  const ranges = state.selection.ranges.map((range) =>
    EditorSelection.range(changes.mapPos(range.anchor, 1), changes.mapPos(range.head, 1)),
  );
  return {
    changes,
    selection: EditorSelection.create(ranges, state.selection.mainIndex),
    userEvent: 'input.format',
    scrollIntoView: true,
  };
}
