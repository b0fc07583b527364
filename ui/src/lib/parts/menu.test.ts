import { expect, it } from 'vitest';

import { itemAfterKey } from './menu';

const labels = ['Table', 'Note', 'Steps', 'Source'];

it.each([
  [0, 'ArrowDown', 1],
  [3, 'ArrowDown', 0],
  [0, 'ArrowUp', 3],
  [2, 'Home', 0],
  [0, 'End', 3],
  [0, 's', 2],
  [2, 'S', 3],
  [3, 's', 2],
  [0, 't', 0],
  [0, 'x', null],
  [0, ' ', null],
  [0, 'Enter', null],
  [0, 'Tab', null],
])('from %i, %s leads to %j', (at, key, to) => {
  expect(itemAfterKey(labels, at, key)).toBe(to);
});
