import { expect, it } from 'vitest';

import type { ComparedRow, ComparedSpan } from '$lib/api';

import { afterBringBack, inline, items, side, type Stretch } from './compared';

/** `one *two*`: what stands between stars changed. */
const spans = (words: string): ComparedSpan[] =>
  words
    .split('*')
    .map((text, at) => ({ text, changed: at % 2 === 1 }))
    .filter(({ text }) => text !== '');
const shown = (stretches: Stretch[]) =>
  stretches.map(({ text, kind }) => ({ same: text, gone: `[-${text}-]`, new: `[+${text}+]` })[kind]).join('');
const same: ComparedRow = { before: spans('Same.'), now: spans('Same.') };
const other: ComparedRow = { before: spans('*Old.*'), now: spans('*New.*') };

it.each([
  ['Take *one* *tablet* a day.', 'Take [-one tablet-] a day.'],
  ['Take *one* a *day*.', 'Take [-one-] a [-day-].'],
  ['*All*', '[-All-]'],
  ['', ''],
])('marks %s as %s', (words, expected) => {
  expect(shown(side(spans(words), 'gone'))).toBe(expected);
});

it.each([
  ['Take *one* *tablet* a day.', 'Take *two* *tablets* a day.', 'Take [-one tablet-][+two tablets+] a day.'],
  ['Take *it *now.', 'Take **now.', 'Take [-it -]now.'],
  ['One *two* three.', 'One *2 and* three.', 'One [-two-][+2 and+] three.'],
  ['*a* b *c*', '*x* b ', '[-a-][+x+] b [-c-]'],
  ['*a* *b*', '*x* ', '[-a-][+x+] [-b-]'],
  ['Same.', 'Same.', 'Same.'],
])('puts %s and %s into one', (before, now, expected) => {
  expect(shown(inline({ before: spans(before), now: spans(now) }))).toBe(expected);
});

it('shows a paragraph that only one side has', () => {
  expect(shown(inline({ before: spans('*Gone.*'), now: null }))).toBe('[-Gone.-]');
  expect(shown(inline({ before: null, now: spans('*New.*') }))).toBe('[+New.+]');
});

it('folds what is the same, and shows a single paragraph', () => {
  const rows = [same, same, other, same, other, same, same, same];
  const say = (open: number[]) =>
    items(rows, new Set(open)).map((item) =>
      item.kind === 'fold' ? `fold ${item.number}+${item.count}` : `${item.number}${item.changed ? '!' : ''}`,
    );
  expect(say([])).toEqual(['fold 0+2', '2!', '3', '4!', 'fold 5+3']);
  expect(say([5])).toEqual(['fold 0+2', '2!', '3', '4!', 'fold 5+3', '5', '6', '7']);
  expect(items([same, same], new Set())).toHaveLength(1);
  expect(items([], new Set())).toEqual([]);
});

it('leaves a paragraph that was brought back where it is', () => {
  const fresh: ComparedRow = { before: null, now: spans('*New.*') };
  const rows = [same, same, other, same, same, fresh, other];
  const shown = (rows: ComparedRow[], kept: ReadonlySet<number>) =>
    items(rows, new Set(), kept).map((item) =>
      item.kind === 'fold' ? `fold ${item.number}+${item.count}` : `${item.number}${item.changed ? '!' : ''}`,
    );
  const kept = afterBringBack(rows, new Set(), 6);
  const brought = [same, same, other, same, same, fresh, same];
  expect(shown(brought, kept)).toEqual(['fold 0+2', '2!', 'fold 3+2', '5!', '6']);
  const without = afterBringBack(brought, kept, 5);
  expect(shown([same, same, other, same, same, same], without)).toEqual(['fold 0+2', '2!', 'fold 3+2', '5']);
});
