import { expect, it } from 'vitest';

import { countsInWords, countWords } from './counts';

it.each([
  ['', 0],
  ['  \n\n', 0],
  ['One two', 2],
  ['Don’t skip the follow-up: 1,200.5 mg!', 6],
  ['## **Bold** *words*\n\n- one\n- two', 4],
  ['see [our page](https://a.example/b-c "A title") now', 4],
  ['![A room](picture:0123456789abcdef)', 2],
  ['write to https://a.example/a/b.', 2],
  ['> [!NOTE]\n> one[^1] two\n\n[^1]: three', 3],
  ['| a<br>b | c |', 3],
  ['one / two – three', 3],
  ['größer naïve Ångström', 3],
])('%j has %i words', (text, expected) => {
  expect(countWords(text)).toBe(expected);
});

it.each([
  [{ words: 0, selected: null }, '0 words'],
  [{ words: 1, selected: null }, '1 word · 1 min read'],
  [{ words: 612, selected: null }, '612 words · 3 min read'],
  [{ words: 20_000, selected: null }, '20,000 words · 87 min read'],
  [{ words: 612, selected: 24 }, '24 of 612 words selected'],
  [{ words: 1, selected: 1 }, '1 of 1 word selected'],
])('%j is said as %s', (counts, expected) => {
  expect(countsInWords(counts)).toBe(expected);
});
