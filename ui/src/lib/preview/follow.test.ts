import { expect, it } from 'vitest';

import { toPage, toText } from './follow';

const text = [100, 130, 200, 300];
const page = [500, 600, 620, 1020];
const anchors = {
  count: 3,
  text: (index: number) => text[index] ?? NaN,
  page: (index: number) => page[index] ?? NaN,
};

it.each([
  [0, 0],
  [50, 250],
  [100, 500],
  [115, 550],
  [130, 600],
  [165, 610],
  [250, 820],
  [300, 1020],
])('%i in the text is %i in the page, and back', (inText, inPage) => {
  expect(toPage(anchors, inText)).toBeCloseTo(inPage);
  expect(toText(anchors, inPage)).toBeCloseTo(inText);
});

it('stays at the ends', () => {
  expect(toPage(anchors, -20)).toBe(0);
  expect(toPage(anchors, 5000)).toBe(1020);
});

it('measures only a few blocks of many', () => {
  let measured = 0;
  const many = {
    count: 1000,
    text: (index: number) => ((measured += 1), index * 30),
    page: (index: number) => index * 50,
  };
  expect(toPage(many, 15_000)).toBe(25_000);
  expect(measured).toBeLessThan(20);
});
