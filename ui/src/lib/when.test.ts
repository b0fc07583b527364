import { expect, it } from 'vitest';

import { dayInWords, whenChanged } from './when';

const now = new Date(2026, 5, 15, 12, 0, 0);
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString();

it.each([
  [-5, 'just now'],
  [20, 'just now'],
  [60, '1 minute ago'],
  [59 * 60, '59 minutes ago'],
  [3 * 3600, '3 hours ago'],
  [13 * 3600, 'yesterday'],
  [3 * 86_400, '3 days ago'],
  [10 * 86_400, 'June 5'],
  [400 * 86_400, 'May 11, 2025'],
])('%i seconds ago is "%s"', (seconds, expected) => {
  expect(whenChanged(before(seconds), now)).toBe(expected);
});

it('says a day in words', () => {
  expect(dayInWords('2026-06-15')).toBe('June 15, 2026');
  expect(dayInWords('soon')).toBe('soon');
});
