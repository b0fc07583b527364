import { expect, it } from 'vitest';

import { joinNext } from './joinNext';
import { after } from './testing';

it.each([
  ['one|\n\ntwo', 'one|two'],
  ['one|\n\n## Two', 'one|Two'],
  ['- one|\n- two', '- one|two'],
  ['- one|\n  more', '- one|more'],
  ['> one|\n> two', '> one|two'],
])('Delete: %j becomes %j', (before, expected) => {
  expect(after(before, joinNext)).toBe(expected);
});

it.each(['on|e\ntwo', 'one|', 'one|\n\n\ntwo', '|\n\ntwo', '```\na|\n- b\n```'])(
  'Delete is left to others in %j',
  (marked) => {
    expect(after(marked, joinNext)).toBe(marked);
  },
);
