import { expect, it } from 'vitest';

import { quotation } from './quotation';
import { after } from './testing';

it.each([
  ['one|', '> one|'],
  ['> one|', 'one|'],
  ['> [!NOTE]\n> on|e', 'on|e'],
  ['⟨one\ntwo⟩', '> ⟨one\n> two⟩'],
])('%s becomes %s', (before, expected) => {
  expect(after(before, quotation)).toBe(expected);
});
