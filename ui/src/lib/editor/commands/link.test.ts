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

it('can be taken away again', () => {
  expect(after('see [our pa|ge](https://a.example) now', (state) => unlink(linkTarget(state)))).toBe(
    'see our page| now',
  );
});
