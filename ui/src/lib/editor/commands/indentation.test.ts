import { expect, it } from 'vitest';

import { indent, outdent } from './indentation';
import { after, editing } from './testing';

it.each([
  ['- one\n- tw|o', '- one\n  - tw|o'],
  ['- one\n- |', '- one\n  - |'],
  ['1. one\n2. tw|o\n3. three', '1. one\n   1. tw|o\n2. three'],
  ['- one\n- tw|o\n  more\n  - deep', '- one\n  - tw|o\n    more\n    - deep'],
  ['- one\n⟨- two\n- three⟩\n- four', '- one\n  ⟨- two\n  - three⟩\n- four'],
  // There is nothing that these could go below; the key is used up all the same.
  ['- on|e\n- two', '- on|e\n- two'],
  ['- one\n  - tw|o', '- one\n  - tw|o'],
  ['> - one\n> - tw|o', '> - one\n> - tw|o'],
])('Tab: %j becomes %j', (before, expected) => {
  expect(after(before, indent)).toBe(expected);
});

it.each([
  ['- one\n  - tw|o', '- one\n- tw|o'],
  ['1. one\n   1. tw|o\n2. three', '1. one\n2. tw|o\n3. three'],
  ['- one\n    - tw|o\n      more', '- one\n- tw|o\n  more'],
  ['- on|e', '- on|e'],
])('Shift-Tab: %j becomes %j', (before, expected) => {
  expect(after(before, outdent)).toBe(expected);
});

it('leaves the key to others outside of lists', () => {
  expect(indent(editing('pla|in'))).toBeNull();
  expect(indent(editing('- one\n- t|wo'))).not.toBeNull();
});
