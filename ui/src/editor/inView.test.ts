import { expect, it } from 'vitest';

import { overlap } from './inView';

const area = { top: 100, bottom: 500 };

it.each([
  [{ top: 200, bottom: 300 }, true],
  [{ top: 0, bottom: 900 }, true],
  [{ top: 40, bottom: 120 }, true],
  [{ top: 40, bottom: 104 }, false],
  [{ top: 496, bottom: 700 }, false],
  [{ top: 600, bottom: 700 }, false],
])('%o is seen: %s', (block, seen) => {
  expect(overlap(block, area)).toBe(seen);
});
