import { expect, it } from 'vitest';

import { diffBlocks } from './diff';

const blocks = (letters: string) =>
  letters.split('').map((letter, line) => ({ line, html: `<p>${letter}</p>` }));

it.each([
  ['abc', 'abc', null],
  ['abc', 'axc', { from: 1, removed: 1, added: 'x' }],
  ['abc', 'abxc', { from: 2, removed: 0, added: 'x' }],
  ['abc', 'ac', { from: 1, removed: 1, added: '' }],
  ['', 'ab', { from: 0, removed: 0, added: 'ab' }],
  ['ab', '', { from: 0, removed: 2, added: '' }],
  ['aa', 'aaa', { from: 2, removed: 0, added: 'a' }],
  ['aaa', 'aa', { from: 2, removed: 1, added: '' }],
  ['abcd', 'axyd', { from: 1, removed: 2, added: 'xy' }],
])('from "%s" to "%s"', (before, after, expected) => {
  const change = diffBlocks(blocks(before), blocks(after));
  const shown = change && { ...change, added: change.added.map(({ html }) => html.charAt(3)).join('') };
  expect(shown).toEqual(expected);
});

it('does not take a block that only moved for a changed one', () => {
  const moved = blocks('abc').map((block) => ({ ...block, line: block.line + 4 }));
  expect(diffBlocks(blocks('abc'), moved)).toBeNull();
});
