import { expect, it } from 'vitest';

import { heading } from './heading';
import { after } from './testing';

it.each([
  ['Wo|rds', 2, '## Wo|rds'],
  ['## Wo|rds', 2, 'Wo|rds'],
  ['## Wo|rds', 3, '### Wo|rds'],
  ['### Wo|rds', 2, '## Wo|rds'],
  ['- Wo|rds', 2, '## Wo|rds'],
  ['|', 2, '## |'],
  ['|Words', 2, '## |Words'],
] as const)('%s at level %i becomes %s', (before, level, expected) => {
  expect(after(before, (state) => heading(state, level))).toBe(expected);
});
