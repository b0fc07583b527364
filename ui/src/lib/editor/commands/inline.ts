// What bold and italic have in common: marks around words.

import { ensureSyntaxTree } from '@codemirror/language';
import {
  EditorSelection,
  type EditorState,
  type SelectionRange,
  type TransactionSpec,
} from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { blockPrefix } from './lines';

interface Kind {
  mark: string;
  /** The name of the node in the Markdown tree. */
  node: string;
}

interface Span {
  from: number;
  to: number;
}

/**
 * Puts the marks around the selection or the word at the cursor, or takes them away when they are there. At the end of
 * what is marked, the cursor steps out: "Ctrl+B, words, Ctrl+B" writes bold words, as it does in Word.
 */
export function toggleInline(state: EditorState, kind: Kind): TransactionSpec {
  return {
    ...state.changeByRange((range) => {
      const { length } = kind.mark;
      const around = enclosing(state, range, kind.node) ?? emptyMarks(state, range, kind.mark);
      if (around === null) return wrap(state, range, kind.mark);
      const atEnd = range.empty && range.head === around.to - length && range.head > around.from + length;
      return atEnd ? { range: EditorSelection.cursor(around.to) } : unwrap(around, range, length);
    }),
    userEvent: 'input.format',
    scrollIntoView: true,
  };
}

function enclosing(state: EditorState, range: SelectionRange, name: string): Span | null {
  const tree = ensureSyntaxTree(state, range.to, 50);
  for (const side of [1, -1] as const) {
    let node: SyntaxNode | null = tree?.resolveInner(range.from, side) ?? null;
    for (; node; node = node.parent) {
      if (node.name === name && node.from <= range.from && node.to >= range.to) return node;
    }
  }
  return null;
}

/** Marks with nothing between them yet are no emphasis to the parser. */
function emptyMarks(state: EditorState, { from, empty }: SelectionRange, mark: string): Span | null {
  const span = { from: from - mark.length, to: from + mark.length };
  if (!empty || span.from < 0) return null;
  const more =
    state.sliceDoc(span.from - 1, span.from) === '*' || state.sliceDoc(span.to, span.to + 1) === '*';
  return !more && state.sliceDoc(span.from, span.to) === mark + mark ? span : null;
}

function unwrap(node: Span, range: SelectionRange, length: number) {
  const changes = [
    { from: node.from, to: node.from + length },
    { from: node.to - length, to: node.to },
  ];
  const [first, last] = [node.from, node.to - 2 * length];
  const clamp = (at: number) => Math.min(Math.max(at - length, first), last);
  return { changes, range: EditorSelection.range(clamp(range.anchor), clamp(range.head)) };
}

function wrap(state: EditorState, range: SelectionRange, mark: string) {
  const target = range.empty ? (state.wordAt(range.head) ?? range) : range;
  const spans = wordsPerLine(state, target);
  if (spans.length === 0) {
    const changes = { from: range.head, insert: mark + mark };
    return { changes, range: EditorSelection.cursor(range.head + mark.length) };
  }
  const changes = spans.flatMap(({ from, to }) => [
    { from, insert: mark },
    { from: to, insert: mark },
  ]);
  const first = spans[0]?.from ?? range.from;
  const last = spans.at(-1)?.to ?? range.to;
  const shift = mark.length;
  if (range.empty) return { changes, range: EditorSelection.cursor(range.head + shift) };
  return { changes, range: EditorSelection.range(first + shift, last + shift * (2 * spans.length - 1)) };
}

/** Marks never reach across lines, and never touch a space: Markdown would show them as they are. */
function wordsPerLine(state: EditorState, span: Span): Span[] {
  const spans: Span[] = [];
  for (let at = span.from; at <= span.to;) {
    const line = state.doc.lineAt(at);
    const start = Math.max(span.from, line.from + blockPrefix(line.text).length);
    const text = state.sliceDoc(start, Math.max(start, Math.min(span.to, line.to)));
    const from = start + text.length - text.trimStart().length;
    if (text.trim() !== '') spans.push({ from, to: from + text.trim().length });
    at = line.to + 1;
  }
  return spans;
}
