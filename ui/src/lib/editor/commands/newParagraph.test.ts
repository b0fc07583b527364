import { expect, it } from 'vitest';

import { joinParagraph, newParagraph } from './newParagraph';
import { after } from './testing';

it.each([
  ['one|', 'one\n\n|'],
  ['one| two', 'one\n\n|two'],
  ['## Heading|', '## Heading\n\n|'],
  ['## |Heading', '\n\n## |Heading'],
  ['**bo|ld**', '**bo\n\n|ld**'],
])('Enter: %j becomes %j', (before, expected) => {
  expect(after(before, newParagraph)).toBe(expected);
});

it.each(['- one|', '> one|', '```\ncode|\n```', '|', 'one\n\n|', '|one', '| a | b |'])(
  'Enter is left to others in %j',
  (marked) => {
    expect(after(marked, newParagraph)).toBe(after(marked, () => null));
  },
);

it.each([
  ['one\n\n|two', 'one|two'],
  ['one\n\n|', 'one|'],
])('Backspace: %j becomes %j', (before, expected) => {
  expect(after(before, joinParagraph)).toBe(expected);
});

it.each(['one\n|two', '|one', 'one\n\nt|wo', '\n\n|two'])('Backspace is left to others in %j', (marked) => {
  expect(after(marked, joinParagraph)).toBe(marked);
});
