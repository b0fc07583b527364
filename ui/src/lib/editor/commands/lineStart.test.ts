import { expect, it } from 'vitest';

import { leftOfItem, lineStart } from './lineStart';
import { after } from './testing';

it.each([
  ['- on|e', '- |one'],
  ['## Head|ing', '## |Heading'],
  ['> sai|d', '> |said'],
  ['plai|n', 'plai|n'],
])('Home: %j becomes %j', (before, expected) => {
  expect(after(before, (state) => lineStart(state, 0, false))).toBe(expected);
});

it('selects to the first word', () => {
  expect(after('## Head|ing', (state) => lineStart(state, 0, true))).toBe('## ⟨Head⟩ing');
});

it('stays in its row when the line has more of them', () => {
  expect(after('- one two thr|ee', (state) => lineStart(state, 10, false))).toBe('- one two thr|ee');
});

it.each([
  ['- one\n- |two', '- one|\n- two'],
  ['- |one', '|- one'],
  ['- o|ne', '- o|ne'],
  ['## |one', '## |one'],
])('Left: %j becomes %j', (before, expected) => {
  expect(after(before, leftOfItem)).toBe(expected);
});
