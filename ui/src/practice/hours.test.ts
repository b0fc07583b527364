import { expect, it } from 'vitest';

import { readHours, writeHours } from './hours';

it('reads and writes a day', () => {
  expect(readHours(null)).toBeNull();
  expect(readHours('09:00-17:30')).toEqual({ opens: '09:00', closes: '17:30' });
  expect(writeHours({ opens: '09:00', closes: '17:30' })).toBe('09:00-17:30');
});
