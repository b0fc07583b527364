import { expect, it } from 'vitest';

import { changed } from './blocks';

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

it('forgets what was there when it is told everything', () => {
  expect(changed(before, { ...change, whole: true })).toEqual(change.added);
});

it('keeps what it has when nothing changed', () => {
  expect(changed(before, { ...change, removed: 0, added: [], moved: 0 })).toBe(before);
});
