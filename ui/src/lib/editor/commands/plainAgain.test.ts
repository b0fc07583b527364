import { expect, it } from 'vitest';

import { plainAgain } from './plainAgain';
import { after } from './testing';

it.each([
  ['## |Heading', '|Heading'],
  ['one\n## |Heading\ntwo', 'one\n\n|Heading\n\ntwo'],
  ['- |one', '|one'],
  ['- one\n- |two\n- three', '- one\n\n|two\n\n- three'],
  ['1. one\n2. |', '1. one\n\n|'],
  ['- one\n  - |two', '- one\n- |two'],
  ['1. one\n   1. |two\n2. three', '1. one\n2. |two\n3. three'],
  ['- one\n  |more', '- one|more'],
  ['- one\n\n  |more', '- one|more'],
  ['> |said', '|said'],
  ['> one\n> |two', '> one\n\n|two'],
])('Backspace: %j becomes %j', (before, expected) => {
  expect(after(before, plainAgain)).toBe(expected);
});

it.each(['|plain', '## H|eading', '- o|ne', '|- one', '```\n# |code\n```', '- ⟨one⟩'])(
  'Backspace is left to others in %j',
  (marked) => {
    expect(after(marked, plainAgain)).toBe(marked);
  },
);
