// Which pages have the words that are asked for, the best first.

import type { Index } from './parts.ts';
import { decoded } from './postings.ts';
import { stemOf, wordsOf } from './words.ts';

export interface Found {
  /** Numbers of pages, the best first. */
  pages: number[];
  /** Stems of the words that were found, to be marked. */
  stems: Set<string>;
  /** Words that are nowhere, for which others were found that are written almost like them. */
  misspelled: string[];
  /** No page has all the words: these have some of them. */
  some: boolean;
  /** Nothing was asked for but words that every text has, or the beginnings of too many. */
  nothingAsked: boolean;
}

/** The beginning of a word may be that of words in so many files; those of more are too many to be meant. */
const FILES = 3;
/** A beginning counts less than the word itself. */
const BEGINNING = 0.6;
/** How many letters an ending may have that is being typed: `sleepi` is on the way to `sleeping`. */
const ENDING = 4;

/** How much each page has of a word that is asked for. */
type Weights = Map<number, number>;

/** A word of the index, and where to read which pages have it. */
interface Candidate {
  stem: string;
  postings: string;
  worth: number;
}

/** `typing`: the last word may be the beginning of one. */
export async function find(index: Index, text: string, typing: boolean): Promise<Found> {
  const found: Found = { pages: [], stems: new Set(), misspelled: [], some: false, nothingAsked: false };
  const words = wordsOf(text);
  const open = typing && /[\p{Alphabetic}\p{N}]$/u.test(text) ? words.at(-1) : undefined;
  const asked = [...new Set(words)].filter((word) => !index.isCommon(word));
  const candidates = await Promise.all(asked.map((word) => candidatesOf(index, word, word === open)));
  const weights: Weights[] = [];
  candidates.forEach((some, at) => {
    if (some === 'too many') return;
    const word = asked[at] ?? '';
    if (some.misspelled && some.words.length > 0) found.misspelled.push(word);
    for (const { stem } of some.words) found.stems.add(stem);
    weights.push(weighed(some.words, index.count));
  });
  found.nothingAsked = weights.length === 0;
  found.pages = inAll(weights);
  if (found.pages.length === 0 && weights.length > 1) {
    found.pages = inSome(weights);
    found.some = found.pages.length > 0;
  }
  return found;
}

async function candidatesOf(
  index: Index,
  word: string,
  open: boolean,
): Promise<{ words: Candidate[]; misspelled: boolean } | 'too many'> {
  const stem = stemOf(word);
  const exact = (await wordsBetween(index, stem, stem)).filter((it) => it.stem === stem);
  if (!open && exact.length > 0) return { words: exact, misspelled: false };
  // As it is said in full: `index` of `indexed`.
  const [from, to] = index.files(word, `${word}\uffff`);
  if (open && to - from > FILES) return exact.length > 0 ? { words: exact, misspelled: false } : 'too many';
  const near = await wordsBetween(index, word, `${word}\uffff`, FILES);
  const begun = near.filter((it) => it.stem !== stem && it.stem.startsWith(word));
  if (open && exact.length + begun.length > 0) {
    const less = begun.map((it) => ({ ...it, worth: BEGINNING }));
    return { words: [...exact, ...less], misspelled: false };
  }
  const shorter = near.filter((it) => open && word.startsWith(it.stem) && isEnding(word, it.stem));
  const longest = shorter.sort((a, b) => b.stem.length - a.stem.length).slice(0, 1);
  if (longest.length > 0) return { words: longest, misspelled: false };
  return { words: near.filter((it) => isAlmost(it.stem, stem)), misspelled: true };
}

function isEnding(word: string, stem: string): boolean {
  return stem.length >= 3 && word.length - stem.length <= ENDING;
}

async function wordsBetween(index: Index, first: string, last: string, most = 1): Promise<Candidate[]> {
  const [from, to] = index.files(first, last);
  const numbers = Array.from({ length: Math.min(to - from, most) }, (_, at) => from + at);
  const files = await Promise.all(numbers.map((number) => index.words(number)));
  return files.flatMap((file) =>
    Array.from({ length: file.length / 2 }, (_, at) => ({
      stem: file[2 * at] ?? '',
      postings: file[2 * at + 1] ?? '',
      worth: 1,
    })),
  );
}

/** Rare words say more: BM25's weight, with what a page decides alone made before. */
function weighed(words: Candidate[], count: number): Weights {
  const weights: Weights = new Map();
  for (const { postings, worth } of words) {
    const { pages, weights: of } = decoded(postings);
    pages.forEach((page, at) => {
      weights.set(page, Math.max(weights.get(page) ?? 0, worth * (of[at] ?? 0)));
    });
  }
  const rare = Math.log(1 + (count - weights.size + 0.5) / (weights.size + 0.5));
  for (const [page, weight] of weights) weights.set(page, weight * rare);
  return weights;
}

function inAll(weights: Weights[]): number[] {
  const fewest = [...weights].sort((a, b) => a.size - b.size)[0] ?? new Map<number, number>();
  const pages = [...fewest.keys()].filter((page) => weights.every((it) => it.has(page)));
  return best(pages, (page) => sum(weights, page));
}

function inSome(weights: Weights[]): number[] {
  const pages = new Set(weights.flatMap((it) => [...it.keys()]));
  // Two of the words are better than one, however rare.
  const words = (page: number) => weights.filter((it) => it.has(page)).length;
  return best([...pages], (page) => 1000 * words(page) + sum(weights, page));
}

function sum(weights: Weights[], page: number): number {
  return weights.reduce((all, it) => all + (it.get(page) ?? 0), 0);
}

/** Of pages that are as good, the newest is first: it has the highest number. */
function best(pages: number[], worth: (page: number) => number): number[] {
  const worths = new Map(pages.map((page) => [page, worth(page)]));
  return pages.sort((a, b) => (worths.get(b) ?? 0) - (worths.get(a) ?? 0) || b - a);
}

/** Whether one letter, of long words two, make the one word of the other; the first is as it should be. */
export function isAlmost(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length) >= 8 ? 2 : 1;
  if (b.length < 4 || a[0] !== b[0] || Math.abs(a.length - b.length) > most) return false;
  return distance(a, b) <= most;
}

/** Letters to add, to leave out, to change, or to swap with the next ("optimal string alignment"). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(before, j - 2) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: number[], index: number): number {
  return row[index] ?? 0;
}
