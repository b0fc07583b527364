import { expect, it } from 'vitest';

import { cursorPlace } from './cursor';
import { written } from './testing';

const place = (marked: string, clicked: boolean) => {
  const position = marked.indexOf('|');
  const state = written(marked.replace('|', ''));
  const to = cursorPlace(state, position, clicked);
  return `${state.sliceDoc(0, to)}|${state.sliceDoc(to)}`;
};

it.each([
  ['|- one', '- |one'],
  ['-| one', '- |one'],
  ['- one\n|  - two', '- one\n  - |two'],
  ['- one\n|  more', '- one\n  |more'],
  ['1|. one', '1. |one'],
  ['> |- one', '> - |one'],
  ['- |one', '- |one'],
  ['|## Heading', '|## Heading'],
  ['|', '|'],
])('with a key, the cursor in %j comes to stand in %j', (before, expected) => {
  expect(place(before, false)).toBe(expected);
});

const [picture, clicked] = ['![A room](picture:0123)', '![A room|](picture:0123)'];
it.each([
  ['|## Heading', '## |Heading'],
  ['|> said', '> |said'],
  ['one|', 'one|'],
  [`|${picture}`, clicked],
  [`${picture}|`, clicked],
  ['![A ro|om](picture:0123)', '![A ro|om](picture:0123)'],
])('with a click, the cursor in %j comes to stand in %j', (before, expected) => {
  expect(place(before, true)).toBe(expected);
});
