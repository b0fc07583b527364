import { expect, it } from 'vitest';

import { endBlock } from './endBlock';
import { after } from './testing';

it.each([
  ['- one\n- |', '- one\n\n|'],
  ['1. one\n2. |', '1. one\n\n|'],
  ['- one\n  - |', '- one\n- |'],
  ['> one\n> |', '> one\n\n|'],
  ['- |', '|'],
])('Enter: %j becomes %j', (before, expected) => {
  expect(after(before, endBlock)).toBe(expected);
});

it.each(['- one|', '## |', '|', '- |one', 'one\n\n|'])('Enter is left to others in %j', (marked) => {
  expect(after(marked, endBlock)).toBe(marked);
});
