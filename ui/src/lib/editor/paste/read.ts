// Reads a foreign document as blocks of an article: what a person sees as headings, lists, links and tables stays, how it
// was painted goes.

import type { PhrasingContent, Root } from 'mdast';

import { BREAK_TAG } from '../notation/lineBreak';
import { cleanAddress } from './address';
import { fromWingdings, raised } from './characters';
import type { Foreign } from './document';
import { begin, type Block, BULLET, closeParagraph, finished, type Flow } from './flow';
import { counts, type FlatItem, isMarker, nest, typedMarker, wordLevel } from './lists';
import { collect, emojiOf, type FoundPictures, isUnseen } from './pictures';
import { type Marks, oneLine, type Run, sameMarks, UNMARKED } from './runs';
import type { Style, StyleOf } from './styles';
import { isLayout, rowsOf, tableFrom } from './tables';

export interface ReadText {
  root: Root;
  pictures: FoundPictures;
}

interface Reader {
  styleOf: StyleOf;
  /** By how much headings are lowered: a page has one title, and it stands above the text. */
  lower: number;
  /** How many footnotes the article has already. */
  notesBefore: number;
  /** How many lists and quotations are open. */
  depth: number;
  pictures: FoundPictures;
}

type Handle = (reader: Reader, element: Element, flow: Flow, marks: Marks) => void;

// https://dom.spec.whatwg.org/#dom-node-nodetype: asking the window for them takes its time, a thousand times.
const [ELEMENT, TEXT, COMMENT] = [1, 3, 8];

const names = (list: string): Set<string> => new Set(list.split(' '));

const IGNORED = names(
  'applet area audio base button canvas datalist dialog embed frame frameset head iframe input link map math meta meter ' +
    'noembed noframes noscript object optgroup option output param progress script select source style svg template ' +
    'textarea title track video xml',
);

const BLOCKS = names(
  'address article aside body caption center dd details dir div dl figcaption figure fieldset footer form header hgroup ' +
    'legend main menu nav p section summary tbody td tfoot th thead tr',
);

const WRAPPERS = names('div section article main b strong span font');

const WHOLE = names('paragraph heading table thematicBreak code');

const HANDLES: Partial<Record<string, Handle>> = {
  br: readBreak,
  hr: readRule,
  img: readImage,
  ul: readList,
  ol: readList,
  li: readStrayItem,
  blockquote: readQuotation,
  pre: readPreformatted,
  table: readTable,
  dt: (reader, element, flow, marks) => readBlock(reader, element, flow, { ...marks, bold: true }),
};

/** What is known of an element by its name: thousands have the same few. */
interface Kind {
  ignored: boolean;
  level: number | null;
  handle: Handle | undefined;
  block: boolean;
}

const kinds = new Map<string, Kind>();

function kindOf(name: string): Kind {
  let kind = kinds.get(name);
  if (kind === undefined) {
    const level = /^h([1-6])$/.exec(name)?.[1];
    kind = {
      // `w:`, `v:` and `m:` are Word's drawings and notes; `st1:` and `o:p` stand around words.
      ignored: IGNORED.has(name) || /^[wvm]:/.test(name),
      level: level === undefined ? null : Number(level),
      handle: HANDLES[name],
      block: BLOCKS.has(name),
    };
    kinds.set(name, kind);
  }
  return kind;
}

export function readDocument(document: Foreign, notesBefore: number): ReadText {
  const { pieces, pictures } = readInPieces(document, notesBefore, () => false);
  return { root: { type: 'root', children: [...pieces].flatMap(({ children }) => children) }, pictures };
}

/** Asked with the number of blocks that were read since the last piece. */
export type IsEnough = (blocks: number) => boolean;

export interface Pieces {
  pieces: Generator<Root, void>;
  /** All of them once the last piece was read. */
  pictures: FoundPictures;
}

/** The same, a piece whenever there is enough of it. No piece ends within what belongs together, such as a list. */
export function readInPieces(document: Foreign, notesBefore: number, isEnough: IsEnough): Pieces {
  const { body, styleOf } = document;
  const titled = body.querySelector('h1, .MsoTitle, [role="heading"][aria-level="1"]') !== null;
  const pictures: FoundPictures = { files: [], leftOut: 0 };
  const reader: Reader = { styleOf, lower: titled ? 1 : 0, notesBefore, depth: 1, pictures };
  return { pieces: read(reader, body, isEnough), pictures };
}

function* read(reader: Reader, body: Element, isEnough: IsEnough): Generator<Root, void> {
  const flow = begin();
  const { element, marks } = wrapped(reader, body);
  const within = { marker: false };
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    readNode(reader, node, within, flow, marks);
    if (!isWhole(flow) || !isEnough(flow.blocks.length)) continue;
    yield { type: 'root', children: finished(flow) };
    flow.blocks = [];
  }
  const children = finished(flow);
  if (children.length > 0) yield { type: 'root', children };
}

/** Elements around all of a text, such as Google Docs' and Word's, mean no more than what they say of its words. */
function wrapped(reader: Reader, body: Element): { element: Element; marks: Marks } {
  let [element, marks] = [body, UNMARKED];
  for (;;) {
    const [only, second] = [...element.childNodes].filter(isSomething);
    if (only === undefined || second !== undefined || !isElement(only)) return { element, marks };
    const style = reader.styleOf(only);
    const plain = WRAPPERS.has(only.localName) && !only.hasAttribute('hidden') && headingLevel(only) === null;
    const told = style.hidden || style.declared.has('mso-list') || style.declared.has('mso-element');
    if (!plain || told || /\bMso/.test(classOf(only))) return { element, marks };
    if (riseOf(only, style) !== null || style.wingdings) return { element, marks };
    marks = marksWith(only, style, marks);
    element = only;
  }
}

function isSomething(node: Node): boolean {
  if (node.nodeType === COMMENT) return (node.nodeValue ?? '').includes('[if !support');
  return isElement(node) || (node.nodeValue ?? '').trim() !== '';
}

/** Whether nothing of what was read could be one with what comes next. */
function isWhole({ blocks, runs }: Flow): boolean {
  return runs.length === 0 && WHOLE.has(blocks.at(-1)?.type ?? '');
}

function blocksIn(reader: Reader, element: Element, marks = UNMARKED): Block[] {
  const flow = begin();
  reader.depth += 1;
  readChildren(reader, element, flow, marks);
  reader.depth -= 1;
  return finished(flow);
}

/** Deeper than any list of Word, and than anyone reads: each level costs a mark on every line. */
function isTooDeep(reader: Reader): boolean {
  return reader.depth > 10;
}

function runsIn(reader: Reader, element: Element, marks: Marks): Run[] {
  const flow = begin(true);
  readChildren(reader, element, flow, marks);
  return flow.runs;
}

function readChildren(reader: Reader, element: Element, flow: Flow, marks: Marks): void {
  const within = { marker: false };
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    readNode(reader, node, within, flow, marks);
}

function readNode(reader: Reader, node: Node, within: { marker: boolean }, flow: Flow, marks: Marks): void {
  // Word puts bullets and numbers between these comments, for programs that have no lists.
  if (node.nodeType === COMMENT) {
    const said = node.nodeValue ?? '';
    if (said.includes('[if !support')) within.marker = true;
    if (said.includes('[endif]')) within.marker = false;
  } else if (within.marker) return;
  else if (node.nodeType === TEXT) flow.runs.push({ kind: 'words', text: node.nodeValue ?? '', marks });
  else if (isElement(node)) readElement(reader, node, flow, marks);
}

function readElement(reader: Reader, element: Element, flow: Flow, marks: Marks): void {
  const kind = kindOf(element.localName);
  if (kind.ignored || element.hasAttribute('hidden')) return;
  const style = reader.styleOf(element);
  if (style.hidden || isMarker(style)) return;
  const level = kind.level ?? headingLevel(element);
  if (level !== null) readHeading(reader, element, flow, marks, level);
  else if (kind.handle) kind.handle(reader, element, flow, marks);
  else if (kind.block) readParagraph(reader, element, flow, marks, style);
  else readInline(reader, element, flow, marks, style);
}

function readInline(reader: Reader, element: Element, flow: Flow, marks: Marks, style: Style): void {
  if (element.localName === 'a' && readNoteLink(reader, element, flow)) return;
  const inner = marksWith(element, style, marks);
  const rise = riseOf(element, style);
  if (rise === null && !style.wingdings) return readChildren(reader, element, flow, inner);
  for (const run of runsIn(reader, element, inner)) {
    if (run.kind !== 'words') flow.runs.push(run);
    else flow.runs.push({ ...run, text: rise ? raised(run.text, rise) : fromWingdings(run.text) });
  }
}

/** The same marks where nothing changes them: most elements say nothing of that. */
function marksWith(element: Element, style: Style, marks: Marks): Marks {
  const name = element.localName;
  const link = name === 'a' ? cleanAddress(element.getAttribute('href') ?? '') : null;
  const own: Marks = {
    bold: style.bold ?? (marks.bold || name === 'b' || name === 'strong'),
    italic: style.italic ?? (marks.italic || name === 'i' || name === 'em' || name === 'cite'),
    struck: marks.struck || name === 's' || name === 'strike' || name === 'del' || style.struck,
    code: marks.code || name === 'code' || name === 'kbd' || name === 'samp',
    link: link ?? marks.link,
  };
  return sameMarks(own, marks) ? marks : own;
}

function riseOf({ localName }: Element, style: Style): 'super' | 'sub' | null {
  if (localName === 'sup') return 'super';
  return localName === 'sub' ? 'sub' : style.rise;
}

function readBlock(reader: Reader, element: Element, flow: Flow, marks: Marks): void {
  closeParagraph(flow);
  readChildren(reader, element, flow, marks);
  closeParagraph(flow);
}

function readParagraph(reader: Reader, element: Element, flow: Flow, marks: Marks, style: Style): void {
  if (flow.oneParagraph) return readBlock(reader, element, flow, marks);
  const inner = marksWith(element, style, marks);
  const level = wordLevel(style);
  if (level !== null) return readWordItem(reader, element, flow, inner, level);
  if (element.localName === 'p' && readTypedItem(reader, element, flow, inner, style)) return;
  if (/\bMso(?:Intense)?Quote\b/.test(classOf(element))) return readQuotation(reader, element, flow, marks);
  const part = style.declared.get('mso-element');
  if (part === 'footnote' || part === 'endnote') return readFootnote(reader, element, flow);
  readBlock(reader, element, flow, inner);
}

function readWordItem(reader: Reader, element: Element, flow: Flow, marks: Marks, level: number): void {
  closeParagraph(flow);
  const children = blocksIn(reader, element, marks);
  flow.blocks.push({ type: 'flatItem', level, ...counts(markerIn(reader, element)), children });
}

/** The bullet or number of one of Word's items: what stands between its comments, or calls itself to be ignored. */
function markerIn(reader: Reader, element: Element): string {
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === COMMENT && node.nodeValue?.includes('supportLists'))
      return node.nextSibling?.textContent ?? '';
    if (node.nodeType !== ELEMENT) continue;
    const child = node as Element;
    const marker = isMarker(reader.styleOf(child)) ? child.textContent : markerIn(reader, child);
    if (marker !== '') return marker;
  }
  return '';
}

function readTypedItem(reader: Reader, element: Element, flow: Flow, marks: Marks, style: Style): boolean {
  const typed = typedMarker(element, style);
  if (typed === null) return false;
  closeParagraph(flow);
  const inner = begin();
  readChildren(reader, element, inner, marks);
  dropStart(inner.runs, typed.marker);
  const { level, marker } = typed;
  flow.blocks.push({ type: 'flatItem', level, ...counts(marker), children: finished(inner) });
  return true;
}

function dropStart(runs: Run[], marker: string): void {
  let rest = marker;
  for (const run of runs) {
    if (run.kind !== 'words') continue;
    const text = run.text.trimStart();
    const length = Array.from(rest).findIndex((letter, index) => text[index] !== letter);
    const taken = length === -1 ? rest.length : length;
    run.text = text.slice(taken);
    rest = rest.slice(taken);
    if (rest === '') return;
  }
}

/** What calls itself a heading without having its name. */
function headingLevel(element: Element): number | null {
  if (!element.hasAttributes()) return null;
  if (element.getAttribute('role') === 'heading') return Number(element.getAttribute('aria-level') ?? 2);
  const classes = classOf(element);
  if (!classes.includes('Mso')) return null;
  if (/\bMsoTitle\b/.test(classes)) return 1;
  const ofWord = /\bMsoHeading([1-9])\b/.exec(classes)?.[1];
  return ofWord === undefined ? null : Number(ofWord);
}

/** A heading is bold by itself. In a list or a cell, bold words stand for it. */
function readHeading(reader: Reader, element: Element, flow: Flow, marks: Marks, level: number): void {
  if (flow.oneParagraph) return readBlock(reader, element, flow, { ...marks, bold: true });
  closeParagraph(flow);
  const children = oneLine(withoutBold(runsIn(reader, element, marks)), { type: 'text', value: ' ' });
  const depth = Math.min(Math.max(level + reader.lower, 2), 4) as 2 | 3 | 4;
  if (children.length > 0) flow.blocks.push({ type: 'heading', depth, children });
}

function withoutBold(runs: Run[]): Run[] {
  return runs.map((run) => (run.kind === 'words' ? { ...run, marks: { ...run.marks, bold: false } } : run));
}

function readBreak(reader: Reader, element: Element, flow: Flow): void {
  const ofPage = reader.styleOf(element).declared.get('page-break-before') === 'always';
  if (ofPage) closeParagraph(flow);
  else flow.runs.push({ kind: 'break' });
}

function readRule(_: Reader, _rule: Element, flow: Flow): void {
  closeParagraph(flow);
  if (!flow.oneParagraph) flow.blocks.push({ type: 'thematicBreak' });
}

function readImage(reader: Reader, element: Element, flow: Flow, marks: Marks): void {
  const emoji = emojiOf(element);
  if (emoji !== null) flow.runs.push({ kind: 'words', text: emoji, marks });
  else if (!isUnseen(element)) collect(element, reader.pictures);
}

function readList(reader: Reader, element: Element, flow: Flow, marks: Marks): void {
  closeParagraph(flow);
  if (flow.oneParagraph || isTooDeep(reader)) return readChildren(reader, element, flow, marks);
  const items: (Block | FlatItem)[] = [];
  const ordered = element.localName === 'ol';
  let number = Number.parseInt(element.getAttribute('start') ?? '', 10) || 1;
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child) && child.localName !== 'li') {
      // A list right inside a list belongs to the item before it.
      const before = items.at(-1);
      const inner = begin();
      readElement(reader, child, inner, marks);
      (before?.type === 'flatItem' ? before.children : items).push(...finished(inner));
    } else {
      const children = isElement(child) ? itemContent(reader, child, marks) : strayWords(child, marks);
      if (children.length === 0) continue;
      const level = isElement(child) ? levelSaid(child) : 1;
      items.push({ type: 'flatItem', level, ordered, number, children });
      number += 1;
    }
  }
  // Word in a browser writes a list for each item: they find together when the flow is finished.
  const alone =
    items.every((block) => block.type === 'flatItem') && element.querySelector('[data-aria-level]');
  flow.blocks.push(...(alone ? items : nest(items)));
}

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

/** Words that stand in a list, but in none of its items. */
function strayWords(node: Node, marks: Marks): Block[] {
  const flow = begin();
  if (node.nodeType === TEXT) flow.runs.push({ kind: 'words', text: node.nodeValue ?? '', marks });
  return finished(flow);
}

/** Word in a browser says the level of each item; all others put lists into items. */
function levelSaid(element: Element): number {
  return Number.parseInt(element.getAttribute('data-aria-level') ?? '', 10) || 1;
}

function readStrayItem(reader: Reader, element: Element, flow: Flow, marks: Marks): void {
  closeParagraph(flow);
  if (flow.oneParagraph) {
    flow.runs.push({ kind: 'words', text: BULLET, marks });
    readChildren(reader, element, flow, marks);
    return closeParagraph(flow);
  }
  if (isTooDeep(reader)) return readBlock(reader, element, flow, marks);
  const children = itemContent(reader, element, marks);
  if (children.length > 0)
    flow.blocks.push({ type: 'flatItem', level: 1, ordered: false, number: 1, children });
}

function itemContent(reader: Reader, element: Element, marks: Marks): Block[] {
  const style = reader.styleOf(element);
  if (style.hidden) return [];
  return blocksIn(reader, element, marksWith(element, style, marks)).map((block) =>
    block.type === 'heading'
      ? { type: 'paragraph', children: [{ type: 'strong', children: block.children }] }
      : block,
  );
}

function readQuotation(reader: Reader, element: Element, flow: Flow, marks: Marks): void {
  closeParagraph(flow);
  if (flow.oneParagraph || isTooDeep(reader)) return readBlock(reader, element, flow, marks);
  const children = blocksIn(reader, element, marks);
  if (children.length === 0) return;
  const before = flow.blocks.at(-1);
  // Word's quotations are paragraphs, each for itself.
  if (element.localName === 'p' && before?.type === 'blockquote') before.children.push(...children);
  else flow.blocks.push({ type: 'blockquote', children });
}

/** Mail programs use it for plain text; code says that it is code. */
function readPreformatted(_: Reader, element: Element, flow: Flow, marks: Marks): void {
  closeParagraph(flow);
  const text = element.textContent.replaceAll('\r\n', '\n');
  const isCode = element.querySelector('code') !== null && !flow.oneParagraph;
  if (isCode) flow.blocks.push({ type: 'code', value: text.replace(/\n$/, '') });
  else
    for (const line of text.split('\n'))
      flow.runs.push({ kind: 'words', text: line, marks }, { kind: 'break' });
  closeParagraph(flow);
}

function readTable(reader: Reader, element: Element, flow: Flow, marks: Marks): void {
  closeParagraph(flow);
  const rows = rowsOf(element);
  if (flow.oneParagraph || isLayout(element, rows)) return readBlock(reader, element, flow, marks);
  const lineBreak: PhrasingContent = { type: 'html', value: BREAK_TAG };
  const table = tableFrom(rows, (cell, header) => {
    const runs = runsIn(reader, cell, marksWith(cell, reader.styleOf(cell), marks));
    return oneLine(header ? withoutBold(runs) : runs, lineBreak);
  });
  const caption = [...element.children].find(({ localName }) => localName === 'caption');
  if (caption) readBlock(reader, caption, flow, marks);
  flow.blocks.push(table);
}

/** Word's footnotes are links to the end of the document and back. True when `element` is one, and is read. */
function readNoteLink(reader: Reader, element: Element, flow: Flow): boolean {
  const [, kind, back, number] = /^#_(ftn|edn)(ref)?(\d+)$/.exec(element.getAttribute('href') ?? '') ?? [];
  if (kind === undefined || number === undefined) return false;
  const isThere = element.ownerDocument.getElementById(kind + number) !== null;
  if (back === undefined && isThere) flow.runs.push({ kind: 'note', label: noteLabel(reader, kind, number) });
  return true;
}

function noteLabel(reader: Reader, kind: string, number: string): string {
  return `${kind === 'edn' ? 'e' : ''}${Number(number) + reader.notesBefore}`;
}

function readFootnote(reader: Reader, element: Element, flow: Flow): void {
  closeParagraph(flow);
  const [, kind, number] = /^(ftn|edn)(\d+)$/.exec(element.id) ?? [];
  const children = blocksIn(reader, element);
  if (kind === undefined || number === undefined) flow.blocks.push(...children);
  else {
    const identifier = noteLabel(reader, kind, number);
    flow.blocks.push({ type: 'footnoteDefinition', identifier, label: identifier, children });
  }
}

function classOf(element: Element): string {
  return element.getAttribute('class') ?? '';
}
