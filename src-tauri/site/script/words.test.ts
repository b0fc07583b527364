import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { stemOf, wordsOf } from './words.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test.each(JSON.parse(read('cases/words.json')) as [string, string[]][])('the words of %j', (text, words) =>
  expect(wordsOf(text)).toEqual(words),
);

/** What `src/search/tests.rs` found: words, and for each ending one number for the stems of all of them. */
const [first = '', ...lines] = read('../src/search/snapshots/pamphlet_site__search__tests__stems.snap.txt')
  .trimEnd()
  .split('\n');
const words = first.split(' ');

test('there are enough words', () => {
  expect(words.length * lines.length).toBeGreaterThan(25_000);
});

test.each(lines.map((line) => line.split('\t')))('stems of words with -%s', (ending = '', hash) => {
  let found = 0x811c9dc5;
  for (const word of words) {
    for (const letter of `${stemOf(word + ending)}\n`) {
      found = Math.imul(found ^ letter.charCodeAt(0), 0x01000193) >>> 0;
    }
  }
  expect(String(found)).toBe(hash);
});
