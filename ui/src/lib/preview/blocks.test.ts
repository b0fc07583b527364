import { describe, expect, it } from 'vitest';

import type { PreviewBlock } from '../api';
import { changed, inParts, type PartOfChange, queued } from './blocks';

const block = (html: string, line: number) => ({ line, html });
const before = [block('a', 0), block('b', 2), block('c', 4)];
const change = {
  key: 'k',
  whole: false,
  from: 1,
  removed: 1,
  added: [block('x', 2), block('y', 4)],
  moved: 2,
};

it('replaces a stretch, and moves the lines of what comes after', () => {
  expect(changed(before, change)).toEqual([block('a', 0), block('x', 2), block('y', 4), block('c', 6)]);
});

it('keeps what it has when nothing changed', () => {
  expect(changed(before, { ...change, removed: 0, added: [], moved: 0 })).toBe(before);
});

describe('a change in parts', () => {
  const many = (length: number, name: string) =>
    Array.from({ length }, (_, index) => block(`${name}${index}`, index));
  const changes = [
    change,
    { ...change, whole: true, added: many(95, 'n') },
    { ...change, whole: true, added: [] },
    { ...change, from: 3, removed: 0, added: many(80, 'n'), moved: 80 },
    { ...change, from: 2, removed: 60, added: many(95, 'n') },
    { ...change, from: 2, removed: 95, added: many(60, 'n'), moved: -35 },
    { ...change, from: 10, removed: 90, added: many(3, 'n') },
    { ...change, from: 10, removed: 90, added: [] },
  ];

  it.each(changes)('comes to the same', (one) => {
    const before = many(100, 'b');
    const parts = inParts(one, before.length);
    const after = parts.reduce<readonly PreviewBlock[]>((blocks, part) => changed(blocks, part), before);
    expect(after).toEqual(one.whole ? one.added : changed(before, one));
    expect(Math.max(...parts.map(({ added }) => added.length))).toBeLessThanOrEqual(40);
  });
});

describe('a change while another one is not all shown yet', () => {
  const many = (length: number, name: string) =>
    Array.from({ length }, (_, index) => block(`${name}${index}`, 2 * index));
  const whole = { ...change, whole: true, added: many(130, 'n') };
  const all = (blocks: readonly PreviewBlock[], parts: PartOfChange[]) =>
    parts.reduce<readonly PreviewBlock[]>((shown, part) => changed(shown, part), blocks);
  const keys = [
    { ...change, from: 3, removed: 1, added: [block('typed', 6)], moved: 0 },
    { ...change, from: 3, removed: 1, added: [block('one', 6), block('two', 8)], moved: 2 },
    { ...change, from: 3, removed: 20, added: [], moved: -40 },
    { ...change, from: 3, removed: 0, added: many(90, 'pasted'), moved: 180 },
    { ...change, from: 30, removed: 25, added: [block('over', 60)], moved: -48 },
    { ...change, from: 100, removed: 1, added: [block('below', 200)], moved: 0 },
    { ...change, whole: true, added: many(50, 'other') },
  ];

  it.each(keys)('comes to the same, whatever is shown', (key) => {
    const once = key.whole ? key.added : changed(whole.added, key);
    const [first, ...rest] = inParts(whole, 0);
    const shown = all([], first ? [first] : []);
    expect(all(shown, queued(rest, key, shown.length))).toEqual(once);
    const twice = queued(queued(rest, key, shown.length), change, shown.length);
    expect(all(shown, twice)).toEqual(changed(once, change));
  });

  it('is shown first where it changes what is shown', () => {
    const rest = inParts(whole, 0).slice(1);
    const typed = keys[0] ?? change;
    const next = queued(rest, typed, 40);
    expect(next[0]?.added).toEqual(typed.added);
    expect(next).toHaveLength(rest.length + 1);
  });
});
