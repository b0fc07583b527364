import { expect, it } from 'vitest';

import { rowAfterKey } from './rowAfterKey';

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, -1],
  ['PageDown', 2, 6],
  ['PageDown', 8, 9],
  ['PageUp', 2, 0],
  ['Home', 7, 0],
  ['End', 7, 9],
  ['a', 7, null],
])('%s in row %i leads to %s', (key, row, expected) => {
  expect(rowAfterKey(key, { row, count: 10, page: 4 })).toBe(expected);
});
