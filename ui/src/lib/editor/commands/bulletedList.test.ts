import { expect, it } from 'vitest';

import { bulletedList } from './bulletedList';
import { after } from './testing';

it.each([
  ['one|', '- one|'],
  ['- one|', 'one|'],
  ['⟨one\n\ntwo⟩', '- ⟨one\n\n- two⟩'],
  ['⟨1. one\n2. two⟩', '⟨- one\n- two⟩'],
  ['## one|', '- one|'],
])('%s becomes %s', (before, expected) => {
  expect(after(before, bulletedList)).toBe(expected);
});
