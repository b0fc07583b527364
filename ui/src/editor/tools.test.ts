import { expect, it } from 'vitest';

import { groups, howManyLeave, leavingFirst } from './tools';

it.each([
  ['all fit', 300, 300, 0],
  ['one pixel is missing', 301, 300, 2],
  ['room for the button and none of them', 300, 60, 6],
  ['room for nothing', 300, 0, 6],
])('%s', (_case, wanted, room, expected) => {
  expect(howManyLeave(wanted, room, [30, 40, 50, 50, 50, 50], 40)).toBe(expected);
});

it('never leaves out a tool that is none', () => {
  const names = groups.flat().map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(leavingFirst));
  expect(new Set(leavingFirst).size).toBe(leavingFirst.length);
});
