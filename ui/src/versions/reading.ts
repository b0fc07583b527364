// What is to be read of a paragraph: which of its characters are marks, and what they mean for the others.

import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';

import { calloutLine } from '$lib/editor/callouts';
import { parseText } from '$lib/editor/language';
import { words } from '$lib/words';

export type Look = 'bold' | 'italic' | 'struck' | 'code' | 'link' | 'label' | 'raised';

export interface LineLook {
  kind: 'text' | 'heading' | 'item' | 'quotation' | 'head' | 'row';
  /** Of a heading, or how deep a list is; 0 for others. */
  level: number;
}

const PLAIN: LineLook = { kind: 'text', level: 0 };

/** By where a character stands in the paragraph. */
export class Reading {
  readonly text: string;
  readonly #hidden: Uint8Array;
  readonly #looks: Look[][] = [];
  readonly #instead = new Map<number, string>();
  readonly #walls = new Set<number>();
  readonly #lines = new Map<number, LineLook>();

  constructor(text: string) {
    this.text = text;
    this.#hidden = new Uint8Array(text.length);
  }

  isHidden = (at: number): boolean => this.#hidden[at] === 1;
  looksAt = (at: number): readonly Look[] => this.#looks[at] ?? [];
  /** What is shown before the character that stands there. */
  putAt = (at: number): string => this.#instead.get(at) ?? '';
  isWall = (at: number): boolean => this.#walls.has(at);
  lineAt = (at: number): LineLook => this.#lines.get(this.lineStart(at)) ?? PLAIN;
  lineStart = (at: number): number => this.text.lastIndexOf('\n', at - 1) + 1;

  lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }

  hide(from: number, to: number): void {
    this.#hidden.fill(1, from, to);
  }

  show(from: number, to: number): void {
    this.#hidden.fill(0, from, to);
  }

  look(from: number, to: number, look: Look): void {
    for (let at = from; at < to; at += 1) this.#looks[at] = [...this.looksAt(at), look];
  }

  put(at: number, words: string): void {
    this.#instead.set(at, words);
  }

  wall(at: number): void {
    this.#walls.add(at);
    this.hide(at, at + 1);
  }

  /** The lines of a stretch; the innermost thing that they are of is told last. */
  lines(from: number, to: number, look: LineLook): void {
    for (let at = this.lineStart(from); at <= to; at = this.lineEnd(at) + 1) this.#lines.set(at, look);
  }
}

export const plainReading = (text: string): Reading => new Reading(text);

export function readingOf(text: string): Reading {
  const reading = new Reading(text);
  parseText(text).iterate({ enter: (node) => reads[node.name]?.(node, reading) });
  return reading;
}

type Read = (node: SyntaxNodeRef, reading: Reading) => void;

/** A mark, and the space behind it. */
const mark: Read = ({ from, to }, reading) => {
  const spaces = /^[ \t]*/.exec(reading.text.slice(to))?.[0].length ?? 0;
  reading.hide(from, to + spaces);
};

const bareMark: Read = ({ from, to }, reading) => {
  reading.hide(from, to);
};

const within =
  (look: Look): Read =>
  ({ from, to }, reading) => {
    reading.look(from, to, look);
  };

const heading: Read = ({ name, from, to }, reading) => {
  reading.lines(from, to, { kind: 'heading', level: Number(name.slice(-1)) });
};

const quotation: Read = ({ from, to, node }, reading) => {
  reading.lines(from, to, { kind: 'quotation', level: 0 });
  if (node.parent?.name !== 'Document') return;
  const line = { from, to: reading.lineEnd(from), text: reading.text.slice(from, reading.lineEnd(from)) };
  const callout = calloutLine(line);
  if (callout === null) return;
  reading.hide(callout.from, callout.to);
  reading.look(callout.from, callout.from + 1, 'label');
  reading.put(callout.from, words.callouts[callout.kind] + (callout.hasWords ? ' ' : ''));
};

const item: Read = ({ from, to, node }, reading) => {
  let level = 0;
  for (let at: SyntaxNode | null = node; at; at = at.parent) if (at.name === 'ListItem') level += 1;
  reading.lines(from, to, { kind: 'item', level });
  for (let at = reading.lineStart(from); at <= to; at = reading.lineEnd(at) + 1) {
    reading.hide(at, at + (/^[ \t]*/.exec(reading.text.slice(at))?.[0].length ?? 0));
  }
};

const listMark: Read = ({ from, to }, reading) => {
  if (!/^[-*+]$/.test(reading.text.slice(from, to))) return;
  reading.hide(from, to);
  reading.put(from, '•');
};

/** Brackets that lead nowhere are brackets. */
const linkMark: Read = ({ from, to, node }, reading) => {
  if (node.parent?.name === 'Autolink' || node.parent?.getChild('URL')) reading.hide(from, to);
};

const link: Read = ({ node, from, to }, reading) => {
  const [open, close] = node.getChildren('LinkMark');
  if (!open || !close) return;
  if (!node.getChild('URL')) {
    readSource(from, reading);
    return;
  }
  reading.hide(close.from, to);
  reading.look(open.to, close.from, 'link');
};

const SOURCE = /^\[\^([^\]\s]+)\](?::[ \t]*)?/;

/** `[^1]`, or the beginning of `[^1]: …`. */
function readSource(from: number, reading: Reading): void {
  const [all = '', label = ''] = SOURCE.exec(reading.text.slice(from)) ?? [];
  if (all === '') return;
  const end = from + 2 + label.length;
  reading.hide(from, from + 2);
  reading.hide(end, from + all.length);
  if (all.endsWith(']')) reading.look(from + 2, end, 'raised');
  else reading.put(end, '. ');
}

const source: Read = ({ from }, reading) => {
  readSource(from, reading);
};

const picture: Read = ({ node, to }, reading) => {
  const [open, close] = node.getChildren('LinkMark');
  if (!open || !close) return;
  const say = words.versions;
  reading.put(open.from, close.from > open.to ? say.picture : say.pictureOnly);
  reading.look(open.from, open.to, 'label');
  reading.hide(close.from, to);
  const title = node.getChild('LinkTitle');
  if (title) titleOf(title.from + 1, title.to - 1, reading);
};

/** Its caption and who took it; how large it is and where it stands is seen in the preview. */
function titleOf(from: number, to: number, reading: Reading): void {
  let at = from;
  for (const part of reading.text.slice(from, to).split('|')) {
    if (!/^\s*(?:size|side)\s*:/i.test(part) && part.trim() !== '') {
      reading.put(at, ' – ');
      reading.show(at, at + part.length);
    }
    at += part.length + 1;
  }
}

const table: Read = ({ from, to }, reading) => {
  reading.lines(from, to, { kind: 'row', level: 0 });
};

const tableHead: Read = ({ from, to }, reading) => {
  reading.lines(from, to, { kind: 'head', level: 0 });
};

/** One of the bars, or the whole line below the head. */
const tableMark: Read = ({ from, to }, reading) => {
  if (reading.text.slice(from, to) === '|') reading.wall(from);
  else reading.hide(from, to);
};

const lineBreak: Read = ({ from }, reading) => {
  if (reading.text[from] === '\\') reading.hide(from, from + 1);
};

/** The backslash, not what it protects. */
const escape: Read = ({ from }, reading) => {
  reading.hide(from, from + 1);
};

const tag: Read = ({ from, to }, reading) => {
  if (!/^<br\s*\/?>$/i.test(reading.text.slice(from, to))) return;
  reading.hide(from, to);
  reading.put(from, '\n');
};

const divider: Read = ({ from, to }, reading) => {
  reading.hide(from, to);
  reading.look(from, from + 1, 'label');
  reading.put(from, words.versions.divider);
};

const headings = Object.fromEntries(
  [1, 2, 3, 4, 5, 6]
    .flatMap((level) => [`ATXHeading${level}`, `SetextHeading${level}`])
    .map((name) => [name, heading]),
);

const reads: Record<string, Read> = {
  ...headings,
  HeaderMark: mark,
  Blockquote: quotation,
  QuoteMark: mark,
  ListItem: item,
  ListMark: listMark,
  Emphasis: within('italic'),
  StrongEmphasis: within('bold'),
  Strikethrough: within('struck'),
  InlineCode: within('code'),
  FencedCode: within('code'),
  EmphasisMark: bareMark,
  StrikethroughMark: bareMark,
  CodeMark: bareMark,
  CodeInfo: bareMark,
  LinkMark: linkMark,
  Link: link,
  LinkReference: source,
  Image: picture,
  Table: table,
  TableHeader: tableHead,
  TableDelimiter: tableMark,
  HardBreak: lineBreak,
  Escape: escape,
  HTMLTag: tag,
  HorizontalRule: divider,
};
