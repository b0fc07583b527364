import { expect, it } from 'vitest';

import type { Version } from '$lib/api';

import { changeOf, reasonOf, spoken } from './entry';

const now = new Date(2026, 5, 15, 12, 0);
const version = (changes: Partial<Version>): Version => ({
  id: 1,
  kept: new Date(2026, 5, 15, 9, 5).toISOString(),
  reason: 'pause',
  name: null,
  added: 0,
  removed: 0,
  ...changes,
});

it.each([
  [24, 3, '+24 −3 words'],
  [1200, 0, '+1,200 words'],
  [0, 1, '−1 word'],
  [3, 1, '+3 −1 words'],
  [0, 0, ''],
])('%i new and %i gone is "%s"', (added, removed, expected) => {
  expect(changeOf(version({ added, removed }))).toBe(expected);
});

it('says everything to those who hear it', () => {
  expect(spoken(version({ name: 'Approved', added: 1, removed: 2 }), now)).toBe(
    'Approved. Today, 9:05\u00a0AM. Saved while you wrote. 1 word added. 2 words removed',
  );
});

it('says nothing of a reason that it does not know', () => {
  expect(reasonOf(version({ reason: 'from the future' }))).toBe('');
});
