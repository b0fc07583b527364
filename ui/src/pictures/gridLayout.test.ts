import { expect, it } from 'vitest';

import { gridLayout } from './gridLayout';

it.each([
  [100, 1, 176],
  [224, 1, 176],
  [415, 1, 367],
  [416, 2, 176],
  [1072, 5, 192],
])('in %i pixels stand %i pictures, each %i wide', (width, columns, tile) => {
  expect(gridLayout(width)).toMatchObject({ columns, width: tile });
});
