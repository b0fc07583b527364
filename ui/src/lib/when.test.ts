import { expect, it } from 'vitest';

import { dayHeading, dayInWords, timeOfDay, whenChanged, whichDay, whichMoment } from './when';

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

it.each([
  [new Date(2026, 5, 15, 0, 1), 'Today'],
  [new Date(2026, 5, 15, 12, 5), 'Today'],
  [new Date(2026, 5, 14, 23, 59), 'Yesterday'],
  [new Date(2026, 5, 8, 9, 0), 'Monday, June 8'],
  [new Date(2025, 10, 16, 9, 0), 'November 16, 2025'],
])('%s is under "%s"', (moment, expected) => {
  expect(dayHeading(moment.toISOString(), now)).toBe(expected);
});

it('says the time of day', () => {
  expect(timeOfDay(new Date(2026, 5, 15, 14, 32).toISOString())).toBe('2:32\u00a0PM');
  expect(timeOfDay('soon')).toBe('');
});

it('says a moment within a sentence', () => {
  const said = (day: number) => whichMoment(new Date(2026, 5, day, 17, 32).toISOString(), now);
  expect(said(15)).toBe('today, 5:32\u00a0PM');
  expect(said(14)).toBe('yesterday, 5:32\u00a0PM');
  expect(said(8)).toBe('Monday, June 8, 5:32\u00a0PM');
  expect(whichMoment('soon', now)).toBe('');
});

it('says a day to come, with its year if it is another one', () => {
  expect(whichDay(new Date(2026, 6, 15, 12).toISOString(), now)).toBe('July 15');
  expect(whichDay(new Date(2027, 0, 3, 12).toISOString(), now)).toBe('January 3, 2027');
  expect(whichDay('soon', now)).toBe('');
});
