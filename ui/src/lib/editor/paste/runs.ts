// The words of a paragraph: pieces of text, each with its formats, and how they become one line of the article's notation.

import type { PhrasingContent } from 'mdast';

import { cleanCharacters } from './characters';

export interface Marks {
  bold: boolean;
  italic: boolean;
  struck: boolean;
  code: boolean;
  link: string | null;
}

interface Words {
  kind: 'words';
  text: string;
  marks: Marks;
}

export type Run = Words | { kind: 'break' } | { kind: 'note'; label: string };

export const UNMARKED: Marks = { bold: false, italic: false, struck: false, code: false, link: null };

const KEYS = ['link', 'bold', 'italic', 'struck', 'code'] as const;
type Key = (typeof KEYS)[number];

/** The paragraphs in a run of words: two line breaks in a row begin another one. Nothing empty is left. */
export function paragraphs(runs: Run[]): PhrasingContent[][] {
  const words = plainWords(runs);
  if (words !== null) return words === '' ? [] : [[{ type: 'text', value: words }]];
  return split(tidy(runs)).map((paragraph) => phrasing(paragraph, KEYS));
}

/** All the words as one paragraph, where nothing else has room: `between` stands for the line breaks. */
export function oneLine(runs: Run[], between: PhrasingContent): PhrasingContent[] {
  return lines(tidy(runs)).flatMap((line, index) => {
    const content = phrasing(line, KEYS);
    return index === 0 ? content : [between, ...content];
  });
}

/** What most paragraphs are: words without formats and breaks. Null for any other. */
function plainWords(runs: Run[]): string | null {
  let words = '';
  for (const run of runs) {
    if (run.kind !== 'words' || run.marks !== UNMARKED) return null;
    words += run.text;
  }
  return oneSpace(cleanCharacters(words)).trim();
}

function tidy(runs: Run[]): Run[] {
  return merged(punctuationOut(spacesOut(collapsed(runs))));
}

/** One space for any number of them, also across runs; none at the edges of lines. */
function collapsed(runs: Run[]): Run[] {
  const result: Run[] = [];
  let afterSpace = true;
  for (const run of runs) {
    if (run.kind === 'words') {
      let text = oneSpace(cleanCharacters(run.text));
      if (afterSpace && text.startsWith(' ')) text = text.slice(1);
      if (text === '') continue;
      afterSpace = text.endsWith(' ');
      result.push({ ...run, text });
      continue;
    }
    if (run.kind === 'break') trimEnd(result);
    afterSpace = run.kind === 'break';
    result.push(run);
  }
  trimEnd(result);
  return result;
}

/** Most words have nothing but single spaces between them. */
function oneSpace(text: string): string {
  return /[^\S ]| {2}/.test(text) ? text.replaceAll(/\s+/g, ' ') : text;
}

function trimEnd(runs: Run[]): void {
  const last = runs.at(-1);
  if (last?.kind !== 'words' || !last.text.endsWith(' ')) return;
  runs.pop();
  const text = last.text.trimEnd();
  if (text !== '') runs.push({ ...last, text });
}

/** A space at the edge of a format has the formats of both sides: `**bold **` would show its marks. */
function spacesOut(runs: Run[]): Run[] {
  const pieces = runs.flatMap((run): Run[] => {
    if (run.kind !== 'words' || !(run.text.startsWith(' ') || run.text.endsWith(' '))) return [run];
    const core = run.text.trim();
    const start = run.text.indexOf(core);
    return [run.text.slice(0, start), core, run.text.slice(start + core.length)]
      .filter((text) => text !== '')
      .map((text) => ({ ...run, text }));
  });
  return pieces.map((run, index) => {
    if (run.kind !== 'words' || run.text !== ' ') return run;
    return { ...run, marks: common(marksOf(pieces[index - 1]), marksOf(pieces[index + 1])) };
  });
}

/** Marks between a full stop and a letter, as in `**Note:**more`, would be shown: the full stop steps out. */
function punctuationOut(runs: Run[]): Run[] {
  return runs.flatMap((run, index): Run[] => {
    if (run.kind !== 'words' || !isEmphatic(run.marks) || !/^[^A-Za-z0-9]|[^A-Za-z0-9]$/.test(run.text))
      return [run];
    const [before, after] = [runs[index - 1], runs[index + 1]];
    const head = touches(textOf(before).at(-1)) ? (/^\p{P}+/u.exec(run.text)?.[0] ?? '') : '';
    const tail = touches(textOf(after).at(0)) ? (/\p{P}+$/u.exec(run.text)?.[0] ?? '') : '';
    if (head.length + tail.length >= run.text.length) return [run];
    return [
      { ...run, text: head, marks: common(run.marks, marksOf(before)) },
      { ...run, text: run.text.slice(head.length, run.text.length - tail.length) },
      { ...run, text: tail, marks: common(run.marks, marksOf(after)) },
    ].filter(({ text }) => text !== '');
  });
}

function isEmphatic({ bold, italic, struck, code }: Marks): boolean {
  return !code && (bold || italic || struck);
}

function touches(letter: string | undefined): boolean {
  return letter !== undefined && /[^\s\p{P}]/u.test(letter);
}

function merged(runs: Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.kind === 'words' && last?.kind === 'words' && belong(last, run)) last.text += run.text;
    else result.push(run.kind === 'words' ? { ...run } : run);
  }
  return result;
}

/** A space stays by itself: it may come to stand at the edge of a format. */
function belong(left: Words, right: Words): boolean {
  const plainly = sameMarks(left.marks, UNMARKED) || (left.text !== ' ' && right.text !== ' ');
  return plainly && sameMarks(left.marks, right.marks);
}

function split(runs: Run[]): Run[][] {
  const result: Run[][] = [];
  let breaks = 2;
  for (const run of runs) {
    if (run.kind === 'break') {
      breaks += 1;
      continue;
    }
    if (breaks > 1) result.push([run]);
    else result.at(-1)?.push(...(breaks === 1 ? [{ kind: 'break' as const }, run] : [run]));
    breaks = 0;
  }
  return result;
}

function lines(runs: Run[]): Run[][] {
  const result: Run[][] = [[]];
  for (const run of runs) {
    if (run.kind === 'break') result.push([]);
    else result.at(-1)?.push(run);
  }
  return result.filter((line) => line.length > 0);
}

/** Wraps runs in their formats, the one that reaches farthest first. */
function phrasing(runs: Run[], open: readonly Key[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let at = 0; at < runs.length;) {
    const { key, end } = farthest(runs, at, open);
    const slice = runs.slice(at, end);
    if (key === null) for (const run of slice) append(result, plain(run));
    else
      result.push(
        wrapped(
          slice,
          key,
          open.filter((other) => other !== key),
        ),
      );
    at = end;
  }
  return result;
}

function farthest(runs: Run[], at: number, open: readonly Key[]): { key: Key | null; end: number } {
  let best: { key: Key | null; end: number } = { key: null, end: at + 1 };
  if (isSpace(runs[at])) return best;
  for (const key of open) {
    const value = marksOf(runs[at])[key];
    if (value === false || value === null) continue;
    let end = at + 1;
    // A line break belongs to what is around it.
    while (end < runs.length && (runs[end]?.kind === 'break' || marksOf(runs[end])[key] === value)) end += 1;
    while (runs[end - 1]?.kind === 'break' || isSpace(runs[end - 1])) end -= 1;
    if (best.key === null || end > best.end) best = { key, end };
  }
  return best;
}

function wrapped(runs: Run[], key: Key, open: readonly Key[]): PhrasingContent {
  if (key === 'code') return { type: 'inlineCode', value: runs.map(textOf).join('') };
  const children = phrasing(runs, open);
  if (key === 'link')
    return {
      type: 'link',
      url: marksOf(runs[0]).link ?? '',
      children: children.filter((node) => node.type !== 'link'),
    };
  return { type: ({ bold: 'strong', italic: 'emphasis', struck: 'delete' } as const)[key], children };
}

function append(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text') last.value += node.value;
  else nodes.push(node);
}

function isSpace(run: Run | undefined): boolean {
  return textOf(run) === ' ';
}

function plain(run: Run): PhrasingContent {
  if (run.kind === 'words') return { type: 'text', value: run.text };
  return run.kind === 'break' ? { type: 'break' } : { type: 'footnoteReference', identifier: run.label };
}

function marksOf(run: Run | undefined): Marks {
  return run?.kind === 'words' ? run.marks : UNMARKED;
}

function textOf(run: Run | undefined): string {
  return run?.kind === 'words' ? run.text : '';
}

function common(left: Marks, right: Marks): Marks {
  return {
    bold: left.bold && right.bold,
    italic: left.italic && right.italic,
    struck: left.struck && right.struck,
    code: left.code && right.code,
    link: left.link === right.link ? left.link : null,
  };
}

export function sameMarks(left: Marks, right: Marks): boolean {
  return left === right || KEYS.every((key) => left[key] === right[key]);
}
