// Where pasted text goes: into the line, or apart from what is around it, as the place wants it.

import { isolateHistory } from '@codemirror/commands';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { link, worded } from '../commands/link';
import { inOneBlock } from '../commands/oneBlock';
import { inCell } from '../table/inCell';
import { isWebAddress } from './address';
import type { Pasted } from './convert';

type Place = 'text' | 'item' | 'cell' | 'as it is';

const PLACES: Partial<Record<string, Place>> = {
  FencedCode: 'as it is',
  CodeBlock: 'as it is',
  InlineCode: 'as it is',
  Table: 'cell',
  ListItem: 'item',
};

/** The paste as one change and one step of undo; `plain` is what stands where marks would not be read. */
export function insertPasted(state: EditorState, pasted: Pasted, plain: string): TransactionSpec {
  const place = placeAt(state);
  const { from, to } = state.selection.main;
  if (place === 'as it is') return replace(from, to, plain.replaceAll(/\r\n?/g, '\n'));
  if (place === 'cell') return replace(from, to, inCell(plain));
  if (pasted.shape === 'words') return replace(from, to, inLine(state, pasted.text, plain));
  if (place === 'item' && pasted.shape !== 'blocks') return insertItems(state, pasted);
  return insertApart(state, pasted.text);
}

/** Where blocks of any kind can stand, one after the other: not within a list, a quotation, a table or code. */
export function isOpenText(state: EditorState): boolean {
  const line = state.doc.lineAt(state.selection.main.from);
  return placeAt(state) === 'text' && !/^\s*>/.test(line.text);
}

/** A web address pasted over words makes them a link; null when this is something else. */
export function linkPasted(state: EditorState, plain: string): TransactionSpec | null {
  const { from, to } = state.selection.main;
  const selected = state.sliceDoc(from, to);
  const words = selected.trim();
  if (words === '' || words.includes('\n') || isWebAddress(words) || !isWebAddress(plain)) return null;
  if (placeAt(state) === 'as it is') return null;
  const span = inOneBlock(state, { from, to });
  // The words of one link don't reach over the walls of a table.
  if (span.to !== from + selected.trimEnd().length) return null;
  const target = { ...span, ...worded(state.sliceDoc(span.from, span.to)), destination: plain };
  return { ...link(target), ...PASTE };
}

const PASTE = { userEvent: 'input.paste', scrollIntoView: true, annotations: isolateHistory.of('full') };

function replace(from: number, to: number, insert: string): TransactionSpec {
  return { changes: { from, to, insert }, selection: EditorSelection.cursor(from + insert.length), ...PASTE };
}

function placeAt(state: EditorState): Place {
  const { from } = state.selection.main;
  const tree = ensureSyntaxTree(state, from, 50);
  let node: SyntaxNode | null = tree?.resolveInner(from, -1) ?? null;
  for (; node !== null; node = node.parent) {
    if (node.name === 'URL' && /^(?:Link|Image)/.test(node.parent?.name ?? '')) return 'as it is';
    const place = PLACES[node.name];
    // After its last mark, code has ended.
    if (place !== undefined && !(node.name === 'InlineCode' && node.to === from)) return place;
  }
  return isItem(state) ? 'item' : 'text';
}

/** An item without words is none to the parser where it interrupts a paragraph; to the person it is. */
function isItem(state: EditorState): boolean {
  return ITEM.test(state.doc.lineAt(state.selection.main.from).text);
}

const ITEM = /^(?:\s*>)*\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;

/** Within a line nothing is taken for the mark of a heading or an item, and words stay apart as they were. */
function inLine(state: EditorState, text: string, plain: string): string {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  const space = (wanted: boolean, beside: string) => (wanted && /\S/.test(beside) ? ' ' : '');
  const after = space(/ $/.test(plain), state.sliceDoc(to, to + 1));
  if (state.sliceDoc(line.from, from).trim() === '') return text + after;
  const before = space(plain.startsWith(' '), state.sliceDoc(from - 1, from));
  const oneLine = /^\s*(?:#|[-*+>]|\d+[.)])/.test(line.text) ? text.replaceAll(/\\?\n/g, ' ') : text;
  const unescaped = oneLine.replace(/^(\d+)\\([.)])/, '$1$2').replace(/^\\([#>+-])/, '$1');
  return before + unescaped.trimStart() + after;
}

/** In a list, paragraphs become items and items become its own. */
function insertItems(state: EditorState, { text, shape }: Pasted): TransactionSpec {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  const [, indent = '', marker = '-', gap = ' '] =
    /^((?:\s*>)*\s*)([-*+]|\d{1,9}[.)])(\s*)/.exec(line.text) ?? [];
  const start = line.from + indent.length;
  const isEmpty = state.sliceDoc(start, from).trim() === marker;
  if (shape === 'list') {
    const items = text.replaceAll('\n', `\n${indent}`);
    return isEmpty ? replace(start, to, items) : replace(from, to, `\n${indent}${items}`);
  }
  const items = text.split('\n\n').map((paragraph) => paragraph.replaceAll(/\\?\n/g, ' '));
  const next = (index: number) => marker.replace(/\d+/, (number) => String(Number(number) + index));
  const own = items.map((words, index) =>
    index === 0 ? words : `${indent}${next(index)}${gap || ' '}${words}`,
  );
  return replace(from, to, own.join('\n'));
}

/** Blocks stand between empty lines, inside the quotation that they are pasted into. */
function insertApart(state: EditorState, text: string): TransactionSpec {
  const { from, to } = state.selection.main;
  const [first, last] = [state.doc.lineAt(from), state.doc.lineAt(to)];
  const quoted = /^(?:\s*>)+ ?/.exec(first.text)?.[0] ?? '';
  const head = state.sliceDoc(first.from, from);
  const tail = state.sliceDoc(to, last.to);
  const startsLine = head.slice(quoted.length).trim() === '';
  const start = startsLine ? first.from + Math.min(quoted.length, head.length) : from - trailing(head);
  const end = to + tail.length - tail.trimStart().length;
  const marks = quoted === '' ? '' : quoted.trimEnd();
  const gap = `\n${marks}\n${quoted}`;
  const isBlank = (number: number) =>
    number < 1 || number > state.doc.lines || /^[\s>]*$/.test(state.doc.line(number).text);
  const above = !startsLine ? gap : isBlank(first.number - 1) ? '' : `\n${quoted}`;
  const below = tail.trim() !== '' ? gap : isBlank(last.number + 1) ? '' : `\n${marks}`;
  const inside = (_: string, line: string) => `\n${line === '' ? marks : quoted + line}`;
  const body = quoted === '' ? text : text.replaceAll(/\n(.*)/g, inside);
  return {
    ...replace(start, end, above + body + below),
    selection: EditorSelection.cursor(start + above.length + body.length),
  };
}

function trailing(text: string): number {
  return text.length - text.trimEnd().length;
}
