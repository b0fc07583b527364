import { expect, it } from 'vitest';

import { link, linkTarget, unlink } from './link';
import { after, editing } from './testing';

it('takes the selected words, the word at the cursor, or the link at the cursor', () => {
  expect(linkTarget(editing('see ⟨our page⟩ now'))).toMatchObject({ words: 'our page', destination: '' });
  expect(linkTarget(editing('see pa|ge'))).toMatchObject({ from: 4, to: 8, words: 'page' });
  expect(linkTarget(editing('see [our pa|ge](https://a.example/b) now'))).toEqual({
    from: 4,
    to: 35,
    words: 'our page',
    source: 'our page',
    destination: 'https://a.example/b',
  });
});

const to = (destination: string) => (state: Parameters<typeof linkTarget>[0]) =>
  link({ ...linkTarget(state), destination });

it.each([
  ['see ⟨our page⟩', 'https://a.example', 'see [our page](https://a.example)|'],
  ['see |', 'a.example/b', 'see [a.example/b](https://a.example/b)|'],
  ['see [our pa|ge](https://a.example)', 'article:sleep', 'see [our page](article:sleep)|'],
  ['⟨a [b] c⟩', 'https://a.example/x y(z)', '[a \\[b\\] c](https://a.example/x%20y%28z%29)|'],
])('%s linked to %s becomes %s', (before, destination, expected) => {
  expect(after(before, to(destination))).toBe(expected);
});

it.each([
  ['[Sleep \\[20|24\\]](https://a.example)', 'Sleep [2024]'],
  ['⟨Sleep \\[2024\\]⟩', 'Sleep [2024]'],
  ['[**Sleep** 5 \\* 3 C:\\\\te|mp](https://a.example)', '**Sleep** 5 * 3 C:\\temp'],
])('shows the words of %s as they are read, and keeps them as they are written', (before, words) => {
  const target = linkTarget(editing(before));
  expect(target.words).toBe(words);
  const again = after(before, (state) => link({ ...linkTarget(state), destination: 'https://a.example' }));
  const written = before.replaceAll(/[|⟨⟩]/g, '');
  expect(again).toBe(`${written.startsWith('[') ? written : `[${written}](https://a.example)`}|`);
});

it('writes changed words as they were typed', () => {
  const typed = (state: Parameters<typeof linkTarget>[0]) =>
    link({ ...linkTarget(state), words: 'a [b] \\c' });
  expect(after('[Sleep \\[20|24\\]](https://a.example)', typed)).toBe(
    '[a \\[b\\] \\\\c](https://a.example)|',
  );
});

it.each([
  ['⟨one\n\ntwo⟩', '[one](#a)|\n\ntwo'],
  ['x ⟨one\ntwo⟩', 'x [one two](#a)|'],
  ['⟨one\\\ntwo⟩', '[one](#a)|\\\ntwo'],
  ['⟨- one\n- two⟩', '- [one](#a)|\n- two'],
  ['- o⟨ne\n  two⟩', '- o[ne two](#a)|'],
  ['> o⟨ne\n> two⟩', '> o[ne](#a)|\n> two'],
  ['⟨## One\n\ntwo⟩', '## [One](#a)|\n\ntwo'],
  ['⟨\n\none\n\n⟩two', '\n\n[one](#a)|\n\ntwo'],
])('%j becomes a link in one block: %j', (before, expected) => {
  expect(after(before, to('#a'))).toBe(expected);
});

it('can be taken away again', () => {
  expect(after('see [our pa|ge](https://a.example) now', (state) => unlink(linkTarget(state)))).toBe(
    'see our page| now',
  );
  expect(after('[Sleep \\[20|24\\]](#a)', (state) => unlink(linkTarget(state)))).toBe('Sleep \\[2024\\]|');
});
