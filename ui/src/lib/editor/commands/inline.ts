// What bold and italic have in common: marks around words.

import { ensureSyntaxTree } from '@codemirror/language';
import {
  EditorSelection,
  type EditorState,
  type Line,
  type SelectionRange,
  type TransactionSpec,
} from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import type { Span } from '../notation/span';
import { cellsOf, isOfTable } from '../table/table';
import { blockPrefix } from './lines';

interface Kind {
  mark: string;
  /** The name of the node in the Markdown tree. */
  node: string;
}

/**
 * Puts the marks around the selection or the word at the cursor, or takes them away when they are there. At the end of
 * what is marked, the cursor steps out: "Ctrl+B, words, Ctrl+B" writes bold words, as it does in Word. What is selected in
 * several lines or cells is marked piece by piece.
 */
export function toggleInline(state: EditorState, kind: Kind): TransactionSpec {
  return {
    ...state.changeByRange((range) => {
      const pieces = range.empty ? [] : piecesOf(state, range);
      if (pieces.length > 1) return togglePieces(state, pieces, kind);
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

function enclosing(state: EditorState, range: Span, name: string): Span | null {
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
  const changes = marksOf(node, length);
  const [first, last] = [node.from, node.to - 2 * length];
  const clamp = (at: number) => Math.min(Math.max(at - length, first), last);
  return { changes, range: EditorSelection.range(clamp(range.anchor), clamp(range.head)) };
}

const marksOf = ({ from, to }: Span, length: number) => [
  { from, to: from + length },
  { from: to - length, to },
];

function wrap(state: EditorState, range: SelectionRange, mark: string) {
  const target = range.empty ? (state.wordAt(range.head) ?? range) : range;
  const [words] = piecesOf(state, target);
  if (!words) {
    const changes = { from: range.head, insert: mark + mark };
    return { changes, range: EditorSelection.cursor(range.head + mark.length) };
  }
  const changes = around(words, mark);
  const shift = mark.length;
  if (range.empty) return { changes, range: EditorSelection.cursor(range.head + shift) };
  return { changes, range: EditorSelection.range(words.from + shift, words.to + shift) };
}

const around = ({ from, to }: Span, mark: string) => [
  { from, insert: mark },
  { from: to, insert: mark },
];

/** Marks the pieces that are not marked yet; when all of them are, takes the marks away. */
function togglePieces(state: EditorState, pieces: readonly Span[], { mark, node }: Kind) {
  const marked = new Map(pieces.map((piece) => [piece, enclosing(state, piece, node)]));
  const plain = pieces.filter((piece) => marked.get(piece) === null);
  // One pair of marks may be around several lines.
  const pairs = new Map([...marked.values()].map((pair) => [pair?.from, pair]));
  const wrapped = plain.flatMap((piece) => around(piece, mark));
  const bare = [...pairs.values()].flatMap((pair) => (pair ? marksOf(pair, mark.length) : []));
  const changes = state.changes(plain.length > 0 ? wrapped : bare);
  const [first, last] = [pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 0];
  return { changes, range: EditorSelection.range(changes.mapPos(first, 1), changes.mapPos(last, -1)) };
}

/** The words of a selection. Marks never reach across lines or cells, and never touch a space: Markdown would show them. */
function piecesOf(state: EditorState, span: Span): Span[] {
  const pieces: Span[] = [];
  for (let at = span.from; at <= span.to;) {
    const line = state.doc.lineAt(at);
    const from = Math.max(span.from, line.from + blockPrefix(line.text).length);
    for (const part of partsOf(state, line)) {
      const words = trimmed(state, Math.max(from, part.from), Math.min(span.to, part.to));
      if (words) pieces.push(words);
    }
    at = line.to + 1;
  }
  return pieces;
}

/** A line of a table has cells, or is the one below the head, which has no words. */
function partsOf(state: EditorState, line: Line): Span[] {
  if (!isOfTable(state, line)) return [line];
  return /^[\s>|:-]*$/.test(line.text) ? [] : cellsOf(line).map(({ words }) => words);
}

function trimmed(state: EditorState, from: number, to: number): Span | null {
  const text = from < to ? state.sliceDoc(from, to) : '';
  const start = from + text.length - text.trimStart().length;
  return text.trim() === '' ? null : { from: start, to: start + text.trim().length };
}
