import { expect, it } from 'vitest';

import { heightOf, placeOf, type RowLayout, scrolledTo } from './rowLayout';

const list: RowLayout = { columns: 1, rowHeight: 72, gap: 0, edge: 0, width: null };
const grid: RowLayout = { columns: 4, rowHeight: 200, gap: 16, edge: 24, width: 180 };

it.each([
  [list, 0, { x: 0, y: 0 }],
  [list, 3, { x: 0, y: 216 }],
  [grid, 0, { x: 24, y: 24 }],
  [grid, 3, { x: 612, y: 24 }],
  [grid, 5, { x: 220, y: 224 }],
])('of %j, item %i stands at %j', (layout, index, place) => {
  expect(placeOf(layout, index)).toEqual(place);
});

it.each([
  [list, 10_000, 720_000],
  [list, 0, 0],
  [grid, 4, 232],
  [grid, 5, 432],
])('%j with %i items is %i high', (layout, count, height) => {
  expect(heightOf(layout, count)).toBe(height);
});

it.each([
  ['above', list, 2, 600, 144],
  ['below', list, 20, 600, 1012],
  ['in sight', list, 10, 600, 600],
  ['above', grid, 0, 300, 0],
  ['below', grid, 17, 300, 532],
])('an item %s of what is seen is scrolled to', (_, layout, index, top, to) => {
  expect(scrolledTo(layout, index, { top, height: 500 })).toBe(to);
});
