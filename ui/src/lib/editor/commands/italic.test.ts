import { expect, it } from 'vitest';

import { italic } from './italic';
import { after } from './testing';

it.each([
  ['wo|rd', '*wo|rd*'],
  ['*wo|rd*', 'wo|rd'],
  ['**wo|rd**', '***wo|rd***'],
  ['_wo|rd_', 'wo|rd'],
  ['*|*', '|'],
  ['**|**', '***|***'],
  ['*words|*', '*words*|'],
  ['⟨one two⟩', '*⟨one two⟩*'],
])('%s becomes %s', (before, expected) => {
  expect(after(before, italic)).toBe(expected);
});
