// A comparison as it is shown: words that belong together in one mark, and long stretches that are the same folded.

import type { ComparedRow, ComparedSpan } from '$lib/api';

export interface Stretch {
  text: string;
  kind: 'same' | 'gone' | 'new';
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

/** `open` has the numbers of the folds that were opened. */
export function items(rows: ComparedRow[], open: ReadonlySet<number>): Item[] {
  const all: Item[] = [];
  const changed = rows.map(differs);
  const push = (number: number) => {
    const row = rows[number];
    if (row) all.push({ kind: 'row', key: `row ${number}`, row, number, changed: changed[number] === true });
  };
  for (let at = 0; at < rows.length;) {
    const next = changed.indexOf(true, at);
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
  spans.forEach(({ text, changed }, at) => {
    const between = blank(text) && spans[at - 1]?.changed === true && spans[at + 1]?.changed === true;
    add(stretches, text, changed || between ? mark : 'same');
  });
  return stretches;
}

/** Both sides in one: what is gone stands before what came in its place. */
export function inline({ before, now }: ComparedRow): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { gone, fresh, same } of joined(changes(before ?? [], now ?? []))) {
    add(stretches, gone, 'gone');
    add(stretches, fresh, 'new');
    add(stretches, same, 'same');
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

function add(stretches: Stretch[], text: string, kind: Stretch['kind']): void {
  const last = stretches.at(-1);
  if (text === '') return;
  if (last?.kind === kind) last.text += text;
  else stretches.push({ text, kind });
}
