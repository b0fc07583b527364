import { expect, it } from 'vitest';

import { bold } from './bold';
import { after } from './testing';

it.each([
  ['wo|rd', '**wo|rd**'],
  ['**wo|rd**', 'wo|rd'],
  ['two ⟨words here⟩ now', 'two **⟨words here⟩** now'],
  ['two **⟨words here⟩** now', 'two ⟨words here⟩ now'],
  ['⟨**all of it**⟩', '⟨all of it⟩'],
  ['a | b', 'a **|** b'],
  ['|', '**|**'],
  ['**|**', '|'],
  ['**words|**', '**words**|'],
  ['*wo|rd*', '***wo|rd***'],
])('%s becomes %s', (before, expected) => {
  expect(after(before, bold)).toBe(expected);
});

it('never leaves a space inside the marks', () => {
  expect(after('a⟨ word ⟩b', bold)).toBe('a **⟨word⟩** b');
});

it('marks every line on its own, and not the marks of a list', () => {
  expect(after('⟨- one\n- two⟩', bold)).toBe('- **⟨one**\n- **two⟩**');
});
