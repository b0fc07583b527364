// A comparison as it is shown: words that belong together in one mark, and long stretches that are the same folded.

import type { ComparedRow, ComparedSpan } from '$lib/api';

export interface Stretch {
  text: string;
  kind: 'same' | 'gone' | 'new';
  /** Where it begins in the paragraph of its side: what is gone in the one before, all else in the one of now. */
  from: number;
}

export type Item =
  | { kind: 'row'; key: string; row: ComparedRow; number: number; changed: boolean }
  /** Paragraphs that are the same; `number` is the first of them. */
  | { kind: 'fold'; key: string; number: number; count: number; open: boolean };

/** So many paragraphs that are the same are shown; more are folded. */
const SHOWN = 1;

export function differs({ before, now }: ComparedRow): boolean {
  if (before === null || now === null) return true;
  return [...before, ...now].some(({ changed }) => changed);
}

const none: ReadonlySet<number> = new Set();

/** `open` has the numbers of the folds that were opened, `kept` those of rows that are never folded. */
export function items(rows: ComparedRow[], open: ReadonlySet<number>, kept = none): Item[] {
  const all: Item[] = [];
  const changed = rows.map(differs);
  const standing = changed.map((differs, number) => differs || kept.has(number));
  const push = (number: number) => {
    const row = rows[number];
    if (row) all.push({ kind: 'row', key: `row ${number}`, row, number, changed: changed[number] === true });
  };
  for (let at = 0; at < rows.length;) {
    const next = standing.indexOf(true, at);
    const count = (next < 0 ? rows.length : next) - at;
    const isOpen = open.has(at);
    if (count > SHOWN) all.push({ kind: 'fold', key: `fold ${at}`, number: at, count, open: isOpen });
    if (count <= SHOWN || isOpen) for (let each = at; each < at + count; each++) push(each);
    if (next >= 0) push(next);
    at += count + 1;
  }
  return all;
}

const blank = (text: string) => text.trim() === '';

/** One side of a paragraph: words that changed one after the other are one stretch. */
export function side(spans: ComparedSpan[], mark: 'gone' | 'new'): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  spans.forEach(({ text, changed }, at) => {
    const between = blank(text) && spans[at - 1]?.changed === true && spans[at + 1]?.changed === true;
    add(stretches, { text, kind: changed || between ? mark : 'same', from });
    from += text.length;
  });
  return stretches;
}

/** Both sides in one: what is gone stands before what came in its place. */
export function inline({ before, now }: ComparedRow): Stretch[] {
  const stretches: Stretch[] = [];
  let [left, right] = [0, 0];
  for (const { gone, fresh, same } of joined(changes(before ?? [], now ?? []))) {
    add(stretches, { text: gone, kind: 'gone', from: left });
    add(stretches, { text: fresh, kind: 'new', from: right });
    add(stretches, { text: same, kind: 'same', from: right + fresh.length });
    left += gone.length + same.length;
    right += fresh.length + same.length;
  }
  return stretches;
}

/** What is gone, what came in its place, and what follows on both sides. */
interface Change {
  gone: string;
  fresh: string;
  same: string;
}

function changes(before: ComparedSpan[], now: ComparedSpan[]): Change[] {
  const [left, right] = [before.map((span) => ({ ...span })), now.map((span) => ({ ...span }))];
  const all: Change[] = [];
  while (left.length > 0 || right.length > 0) {
    const [gone, fresh] = [taken(left), taken(right)];
    const [l, r] = [left[0], right[0]];
    // Both sides have the same here, if not always in the same pieces.
    const length = Math.min(l?.text.length ?? Infinity, r?.text.length ?? Infinity);
    const same = (l ?? r)?.text.slice(0, length) ?? '';
    all.push({ gone, fresh, same });
    for (const spans of [left, right]) {
      if (spans[0]) spans[0].text = spans[0].text.slice(length);
      if (spans[0]?.text === '') spans.shift();
    }
  }
  return all;
}

/** Takes what changed away from the front. */
function taken(spans: ComparedSpan[]): string {
  let text = '';
  while (spans[0]?.changed) text += spans.shift()?.text ?? '';
  return text;
}

/** One change after another with but a blank between them is one, if both took something away, or both put something in. */
function joined(all: Change[]): Change[] {
  const result: Change[] = [];
  for (const change of all) {
    const last = result.at(-1);
    const alike = last && blank(last.same) && !last.gone === !change.gone && !last.fresh === !change.fresh;
    if (!alike) {
      result.push({ ...change });
      continue;
    }
    if (change.gone) last.gone += last.same + change.gone;
    if (change.fresh) last.fresh += last.same + change.fresh;
    if (!change.gone && !change.fresh) last.same += change.same;
    else last.same = change.same;
  }
  return result;
}

function add(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.at(-1);
  if (stretch.text === '') return;
  if (last?.kind === stretch.kind) last.text += stretch.text;
  else stretches.push(stretch);
}

/** The same rows, once the one of this number was brought back: one that was not there before is gone then. */
export function afterBringBack(rows: ComparedRow[], kept: ReadonlySet<number>, number: number): Set<number> {
  if (rows[number]?.before !== null) return new Set([...kept, number]);
  return new Set([...kept].map((each) => (each > number ? each - 1 : each)));
}
