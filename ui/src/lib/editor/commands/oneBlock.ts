import type { EditorState, Line } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { endsWithBreak } from '../notation/lineBreak';
import type { Span } from '../notation/span';
import { wordsStart } from '../notation/wordsStart';
import { treeAsFarAs } from '../tree';

const BLOCKS = /^(?:Paragraph|TableCell|(?:ATX|Setext)Heading\d)$/;

/** The words of a selection that are of one paragraph, item, heading or cell: the first one that it reaches. */
export function inOneBlock(state: EditorState, selected: Span): Span {
  const from = firstWord(state, selected);
  const block = blockOf(state, from);
  let line = state.doc.lineAt(from);
  const to = Math.min(selected.to, block?.to ?? line.to);
  while (to > line.to && goesOn(state, line)) line = state.doc.line(line.number + 1);
  const isBreak = to > line.to && endsWithBreak(line.text);
  const end = Math.min(to, isBreak ? line.to - 1 : line.to);
  return { from, to: from + state.sliceDoc(from, end).trimEnd().length };
}

/** Behind the marks at the beginning of a line, the walls of a table, and space. */
function firstWord(state: EditorState, { from, to }: Span): number {
  for (let line = state.doc.lineAt(from); line.from <= to;) {
    const start = Math.max(from, wordsStart(state, line));
    const text = state.sliceDoc(start, Math.min(to, line.to));
    const space = /^[\s|]*/.exec(text)?.[0].length ?? 0;
    if (space < text.length) return start + space;
    if (line.number === state.doc.lines) break;
    line = state.doc.line(line.number + 1);
  }
  return from;
}

function blockOf(state: EditorState, position: number): SyntaxNode | null {
  let node: SyntaxNode | null = treeAsFarAs(state, position).resolveInner(position, 1);
  while (node && !BLOCKS.test(node.name)) node = node.parent;
  return node;
}

/** Whether the next line is only more of the words of this one, with nothing but space between them. */
function goesOn(state: EditorState, line: Line): boolean {
  const next = state.doc.line(line.number + 1);
  const marks = state.sliceDoc(next.from, wordsStart(state, next));
  return !endsWithBreak(line.text) && marks.trim() === '' && !/^\s*(?:=+|-+)\s*$/.test(next.text);
}
