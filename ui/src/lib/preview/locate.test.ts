import { expect, it } from 'vitest';

import { locate } from './locate';

/** `|` is the click in the page, and the cursor that it should give in the text. */
it.each([
  ['plain wo|rds', 'plain wo|rds'],
  ['bold wo|rds here', '**bold wo|rds** here'],
  ['see our page to|day', 'see [our page](https://a.example/to) to|day'],
  ['the end of the end| here', 'the end of the end| here'],
  ['|Heading', '## |Heading'],
  ['some word word wo|rd', 'some *word* word wo|rd'],
  ['It is 5 * 3 = fift|een', 'It is 5 \\* 3 = fift|een'],
])('%s → %s', (clicked, expected) => {
  const [before = '', after = ''] = clicked.split('|');
  const source = expected.replace('|', '');
  const at = locate(source, before, after);
  expect(`${source.slice(0, at)}|${source.slice(at)}`).toBe(expected);
});

it('is the beginning when nothing is alike', () => {
  expect(locate('![A room](picture:0123)', '', '')).toBe(0);
});
