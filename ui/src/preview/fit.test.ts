import { expect, it } from 'vitest';

import { fit } from './fit';

it('shows the page as it is where there is room, in the middle', () => {
  expect(fit('phone', 600, 800)).toEqual({ width: 390, height: 800, scale: 1, left: 105 });
});

it('makes a wide page smaller, and its window higher', () => {
  expect(fit('desktop', 640, 700)).toEqual({ width: 1280, height: 1400, scale: 0.5, left: 0 });
});

it('is harmless before the pane was measured', () => {
  expect(fit('tablet', 0, 0)).toEqual({ width: 820, height: 0, scale: 1, left: 0 });
});
