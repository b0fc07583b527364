import { expect, it } from 'vitest';

import { visibleRange } from './visibleRange';

it.each([
  [
    { top: 0, height: 600, rowHeight: 60, count: 10_000, beyond: 8 },
    { from: 0, to: 18 },
  ],
  [
    { top: 60_000, height: 600, rowHeight: 60, count: 10_000, beyond: 8 },
    { from: 992, to: 1018 },
  ],
  [
    { top: 599_400, height: 600, rowHeight: 60, count: 10_000, beyond: 8 },
    { from: 9982, to: 10_000 },
  ],
  [
    { top: 60_000, height: 600, rowHeight: 60, count: 10_000, beyond: 0 },
    { from: 1000, to: 1010 },
  ],
  [
    { top: 5000, height: 600, rowHeight: 60, count: 3, beyond: 8 },
    { from: 3, to: 3 },
  ],
  [
    { top: 0, height: 600, rowHeight: 60, count: 0, beyond: 8 },
    { from: 0, to: 0 },
  ],
])('%j shows %j', (window, expected) => {
  expect(visibleRange(window)).toEqual(expected);
});
