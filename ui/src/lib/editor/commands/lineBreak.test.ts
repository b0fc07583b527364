import { expect, it } from 'vitest';

import { joinAbove, joinBelow, lineBreak, takeBreakBack } from './lineBreak';
import { after } from './testing';

it.each([
  ['one|', 'one\\\n|'],
  ['one| two', 'one\\\n|two'],
  ['one ⟨gone⟩ two', 'one \\\n|two'],
  ['one\\|', 'one\\\n|'],
  ['- one|', '- one\\\n  |'],
  ['12. one|', '12. one\\\n    |'],
  ['> one|', '> one\\\n> |'],
  ['> - one|', '> - one\\\n>   |'],
  ['- one\n  more|', '- one\n  more\\\n  |'],
  ['## Heading|', '## Heading\n\n|'],
])('Shift+Enter: %j becomes %j', (before, expected) => {
  expect(after(before, lineBreak)).toBe(expected);
});

it.each(['|', '|one', '- |', '```\ncode|\n```', '| a | b |\n| - | - |\n| c| d |'])(
  'Shift+Enter is left to others in %j',
  (marked) => {
    expect(after(marked, lineBreak)).toBe(after(marked, () => null));
  },
);

it.each([
  ['one\\\n|', 'one|'],
  ['- one\\\n  |', '- one|'],
])('Enter right after it: %j becomes %j first', (before, expected) => {
  expect(after(before, takeBreakBack)).toBe(expected);
});

it.each([
  ['one\\\n|two', 'one|two'],
  ['- one\\\n  |two', '- one|two'],
  ['> one\\\n> |two', '> one|two'],
])('Backspace: %j becomes %j', (before, expected) => {
  expect(after(before, joinAbove)).toBe(expected);
});

it.each([
  ['one|\\\ntwo', 'one|two'],
  ['one\\|\ntwo', 'one|two'],
  ['- one|\\\n  two', '- one|two'],
])('Delete: %j becomes %j', (before, expected) => {
  expect(after(before, joinBelow)).toBe(expected);
});

it.each(['one\\\\\n|two', 'one\n|two', 'one\\\nt|wo'])('Backspace is left to others in %j', (marked) => {
  expect(after(marked, joinAbove)).toBe(marked);
});
