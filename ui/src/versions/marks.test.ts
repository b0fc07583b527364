import { expect, it } from 'vitest';

import { pieces } from './marks';

it.each([
  ['## Why?', '{## }Why?'],
  ['See [our hours](article:hours) and **call**.', 'See {[}our hours{](article:hours)} and {**}call{**}.'],
  ['![A chair](picture:0123 "Our room")', '{![}A chair{](picture:0123 "Our room")}'],
  ['A [note], #1 (of 2).', 'A [note], #1 (of 2).'],
  ['', ''],
])('tells the marks of %s', (text, expected) => {
  expect(
    pieces(text)
      .map(({ text, mark }) => (mark ? `{${text}}` : text))
      .join(''),
  ).toBe(expected);
});
