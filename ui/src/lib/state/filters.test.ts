import { expect, it } from 'vitest';

import { asked, everything, type Filters, type Period } from './filters';

const now = new Date(2026, 5, 15, 14, 30).getTime();
const day = (month: number, date: number, year = 2026) => new Date(year, month - 1, date).toISOString();

it('asks for no more than what was chosen', () => {
  expect(asked(everything, '', 'changed', now)).toEqual({ words: '', order: 'changed' });
  const chosen: Filters = { standing: 'on-site', topic: '', author: 'Ana Ruiz', changed: null };
  expect(asked(chosen, 'sleep', 'fit', now)).toEqual({
    words: 'sleep',
    order: 'fit',
    standing: 'on-site',
    topic: '',
    author: 'Ana Ruiz',
  });
});

it.each<[Period, object]>([
  ['today', { changedFrom: day(6, 15) }],
  ['week', { changedFrom: day(6, 9) }],
  ['month', { changedFrom: day(5, 17) }],
  ['year', { changedFrom: day(6, 16, 2025) }],
  ['older', { changedBefore: day(6, 16, 2025) }],
])('counts whole days back from today: %s', (changed, expected) => {
  expect(asked({ ...everything, changed }, '', 'title', now)).toEqual({
    words: '',
    order: 'title',
    ...expected,
  });
});
