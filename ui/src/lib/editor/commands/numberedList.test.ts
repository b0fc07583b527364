import { expect, it } from 'vitest';

import { numberedList } from './numberedList';
import { after } from './testing';

it.each([
  ['one|', '1. one|'],
  ['1. one|', 'one|'],
  ['⟨one\n\ntwo⟩', '1. ⟨one\n\n2. two⟩'],
  ['⟨- one\n- two\n- three⟩', '⟨1. one\n2. two\n3. three⟩'],
])('%s becomes %s', (before, expected) => {
  expect(after(before, numberedList)).toBe(expected);
});
