import { expect, it } from 'vitest';

import { fileSize } from './fileSize';

it.each([
  [1, '1 KB'],
  [84_400, '84 KB'],
  [999_900, '1 MB'],
  [3_240_000, '3.2 MB'],
])('%i bytes are %s', (bytes, expected) => {
  expect(fileSize(bytes)).toBe(expected);
});
