import { expect, it } from 'vitest';

import { inOrder, readHours, writeHours } from './hours';

it('reads and writes a day', () => {
  expect(readHours(null)).toBeNull();
  expect(readHours('09:00-17:30')).toEqual({ opens: '09:00', closes: '17:30' });
  expect(writeHours({ opens: '09:00', closes: '17:30' })).toBe('09:00-17:30');
});

it.each([
  ['09:00-17:00', true],
  ['17:00-09:00', false],
  ['09:00-09:00', false],
  ['-17:00', false],
  ['09:00-', false],
])('%s in order: %s', (text, expected) => {
  expect(inOrder(text)).toBe(expected);
});
