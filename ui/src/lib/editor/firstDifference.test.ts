import { expect, it } from 'vitest';

import { firstDifference } from './firstDifference';

it.each([
  ['One two.', 'One three.', 4],
  ['One.\n\nTwo.', 'One.\n\nThree.\n\nTwo.', 6],
  ['', 'New', 0],
  ['Gone', '', 0],
  ['Same', 'Same', 0],
])('%j and %j differ from %i on', (before, now, at) => {
  expect(firstDifference(before, now)).toBe(at);
});
