import { expect, test } from 'vitest';

import { decoded } from './postings.ts';

/** The bytes of the cases in `src/search/postings.rs`. */
test.each([
  [[0, 1, 0, 1], [0], [1]],
  [[0, 1, 0xac, 0x02, 15], [300], [15]],
  [
    [1, 2, 0x28, 0x02, 0x21, 0x03],
    [3, 5, 9],
    [1, 2, 3],
  ],
  [
    [0, 2, 3, 21, 0x21],
    [3, 25],
    [1, 2],
  ],
])('%j', (bytes, pages, weights) => {
  const text = btoa(String.fromCharCode(...bytes)).replaceAll('=', '');
  expect(decoded(text)).toEqual({ pages, weights });
});
