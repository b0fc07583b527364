// Levels of a list: an item goes below the one before it, or back beside the one that it is in.

import { ensureSyntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type Line, type TransactionSpec } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { depthOf } from '../notation/listLine';
import { renumber } from './renumber';

/** Nothing where the cursor is in no list; a change that changes nothing where there is no level to go to. */
export function indent(state: EditorState): TransactionSpec | null {
  return shift(state, (item) => {
    const above = item.prevSibling;
    if (above?.name !== 'ListItem') return null;
    return wordsColumn(state, above) - column(state, item);
  });
}

export function outdent(state: EditorState): TransactionSpec | null {
  return shift(state, (item) => {
    const around = item.parent?.parent;
    if (around?.name !== 'ListItem') return null;
    return column(state, around) - column(state, item);
  });
}

function shift(state: EditorState, by: (item: SyntaxNode) => number | null): TransactionSpec | null {
  const { from, to } = state.selection.main;
  const item = itemAt(state, from);
  if (item === null) return null;
  const columns = by(item);
  // The lines of a list in a quotation begin with the marks of the quotation.
  if (columns === null || depthOf(item, 'Blockquote') > 0) return {};
  const before = linesOf(state, outermostList(item));
  const first = state.doc.lineAt(item.from).number;
  const last = state.doc.lineAt(Math.max(item.to, itemAt(state, to)?.to ?? 0)).number;
  const after = before.map(({ text, number }) =>
    number < first || number > last ? text : moved(text, columns),
  );
  return replaceLines(state, before, renumber(after));
}

function itemAt(state: EditorState, position: number): SyntaxNode | null {
  const line = state.doc.lineAt(position);
  const tree = ensureSyntaxTree(state, line.to, 50);
  const words = line.from + line.text.length - line.text.trimStart().length;
  let node: SyntaxNode | null = tree?.resolveInner(words, 1) ?? null;
  while (node && node.name !== 'ListItem') node = node.parent;
  return node;
}

function outermostList(item: SyntaxNode): SyntaxNode {
  let list = item;
  for (let node: SyntaxNode | null = item; node; node = node.parent) {
    if (node.name === 'BulletList' || node.name === 'OrderedList') list = node;
  }
  return list;
}

function linesOf(state: EditorState, { from, to }: SyntaxNode): Line[] {
  const lines: Line[] = [];
  for (let at = state.doc.lineAt(from).number; at <= state.doc.lineAt(to).number; at += 1) {
    lines.push(state.doc.line(at));
  }
  return lines;
}

/** The number of characters before the mark of the item. */
function column(state: EditorState, item: SyntaxNode): number {
  // The item itself may begin within its indentation.
  const { from } = item.firstChild ?? item;
  return from - state.doc.lineAt(from).from;
}

/** Where an item below this one has to begin. */
function wordsColumn(state: EditorState, item: SyntaxNode): number {
  const mark = item.firstChild;
  return column(state, item) + (mark ? mark.to - mark.from : 1) + 1;
}

function moved(text: string, columns: number): string {
  if (columns > 0) return text.trim() === '' ? text : ' '.repeat(columns) + text;
  const spaces = text.length - text.trimStart().length;
  return text.slice(Math.min(spaces, -columns));
}

/** Changes no more of each line than its beginning, so that the cursor stays beside its words. */
function replaceLines(
  state: EditorState,
  before: readonly Line[],
  after: readonly string[],
): TransactionSpec {
  const changes = state.changes(
    before.flatMap((line, index) => {
      const text = after[index] ?? line.text;
      if (text === line.text) return [];
      const same = sameEnd(line.text, text);
      return [{ from: line.from, to: line.to - same, insert: text.slice(0, text.length - same) }];
    }),
  );
  const { anchor, head } = state.selection.main;
  return {
    changes,
    selection: EditorSelection.range(changes.mapPos(anchor, 1), changes.mapPos(head, 1)),
    userEvent: 'input.indent',
    scrollIntoView: true,
  };
}

function sameEnd(a: string, b: string): number {
  let same = 0;
  while (same < Math.min(a.length, b.length) && a.at(-1 - same) === b.at(-1 - same)) same += 1;
  return same;
}
