import { expect, it } from 'vitest';

import { inSight } from './inSight';

const shown = (...texts: string[]) =>
  inSight(texts.map((text, index) => ({ text, found: index % 2 === 1 }))).map(({ text }) => text);

it('leaves a place alone whose found word comes early', () => {
  expect(shown('Why ', 'sleep', ' matters')).toEqual(['Why ', 'sleep', ' matters']);
  expect(shown('', 'Sleep', ' well')).toEqual(['', 'Sleep', ' well']);
});

it('begins a whole word before a found word that would be out of sight', () => {
  expect(shown('Those who come to us in the morning after a bad ', 'night', ' of it')).toEqual([
    '… in the morning after a bad ',
    'night',
    ' of it',
  ]);
});

it('leaves a place alone in which nothing was found', () => {
  const long = 'The beginning of a text in whose title the word was found.';
  expect(shown(long)).toEqual([long]);
});
