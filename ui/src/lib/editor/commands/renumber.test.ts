import { expect, it } from 'vitest';

import { renumber } from './renumber';

it.each([
  ['1. a|3. b|3. c', '1. a|2. b|3. c'],
  ['4. a|1. b', '4. a|5. b'],
  ['1) a|   5) b|   9) c|9) d', '1) a|   1) b|   2) c|2) d'],
  ['- a|  3. b|- c|  3. d', '- a|  1. b|- c|  1. d'],
  ['1. a|   more 7. not|7. b', '1. a|   more 7. not|2. b'],
])('%s becomes %s', (before, after) => {
  expect(renumber(before.split('|')).join('|')).toBe(after);
});
