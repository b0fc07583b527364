import { expect, it } from 'vitest';

import { cellAfterKey } from './cellAfterKey';

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 9, 9],
  ['ArrowLeft', 4, 3],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 5],
  ['ArrowDown', 7, 9],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 6, 2],
  ['ArrowUp', 3, -1],
  ['PageDown', 1, 9],
  ['PageUp', 9, 1],
  ['PageUp', 2, 2],
  ['Home', 7, 0],
  ['End', 2, 9],
  ['x', 2, null],
] as const)('%s at %i leads to %s', (key, cell, expected) => {
  expect(cellAfterKey(key, { cell, count: 10, columns: 4, page: 2 })).toBe(expected);
});
