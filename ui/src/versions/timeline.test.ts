import { expect, it } from 'vitest';

import type { Version } from '$lib/api';

import { rowsBetween, timeline } from './timeline';

const now = new Date(2026, 5, 15, 12, 0);
const version = (id: number, day: number, hour: number): Version => ({
  id,
  kept: new Date(2026, 5, day, hour).toISOString(),
  reason: 'pause',
  name: null,
  added: 1,
  removed: 0,
});

it('puts each day above its versions', () => {
  const { rows, height } = timeline([version(3, 15, 10), version(2, 15, 9), version(1, 14, 9)], now);
  expect(rows.map((row) => [row.kind === 'day' ? row.day : row.version.id, row.top])).toEqual([
    ['Today', 0],
    [3, 36],
    [2, 92],
    ['Yesterday', 148],
    [1, 184],
  ]);
  expect(height).toBe(240);
});

it('draws few of many', () => {
  const many = Array.from({ length: 2000 }, (_, index) => version(2000 - index, 15, 9));
  const all = timeline(many, now);
  const seen = rowsBetween(all, 5000, 5600);
  expect(seen.length).toBeLessThan(30);
  expect(seen.some(({ top }) => top <= 5000)).toBe(true);
  expect(rowsBetween(all, 0, 600)[0]?.kind).toBe('day');
});
