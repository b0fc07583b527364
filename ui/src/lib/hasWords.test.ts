import { expect, it } from 'vitest';

import { hasWords } from './hasWords';

it.each([
  ['Back pain', '', true],
  ['Back pain', ' pain  BA ', true],
  ['Back pain', 'pains', false],
  ['Dr. René Müller', 'muller ren', true],
])('%s has the words of “%s”: %s', (text, typed, expected) => {
  expect(hasWords(text, typed)).toBe(expected);
});
