import { expect, it } from 'vitest';

import { cut, cutOff, dragged, partSize, pointed, shaped, turned, turnedBack, untouched } from './cropping';

const crop = { left: 1000, top: 2000, width: 4000, height: 6000 };
const some = { turns: 0, crop, focus: { x: 2500, y: 1000 } };

it('turns the part and the point along with the picture', () => {
  const once = {
    turns: 1,
    crop: { left: 2000, top: 1000, width: 6000, height: 4000 },
    focus: { x: 9000, y: 2500 },
  };
  expect(turned(some)).toEqual(once);
  expect(turnedBack(once)).toEqual(some);
  expect(turned(turned(turned(turned(some))))).toEqual(some);
  expect(turned({ ...untouched, turns: 3 })).toEqual(untouched);
});

it.each([
  ['the whole part', { x: 0, y: 0 }, 500, -500, [1500, 1500, 4000, 6000]],
  ['the whole part, over the edge', { x: 0, y: 0 }, 9000, -9000, [6000, 0, 4000, 6000]],
  ['the lower right corner', { x: 1, y: 1 }, 500, -500, [1000, 2000, 4500, 5500]],
  ['the upper left corner', { x: -1, y: -1 }, 500, -500, [1500, 1500, 3500, 6500]],
  ['the left side, over the right one', { x: -1, y: 0 }, 9000, 77, [4700, 2000, 300, 6000]],
  ['the right side, out of the picture', { x: 1, y: 0 }, 9000, 0, [1000, 2000, 9000, 6000]],
  ['the lower side, over the upper one', { x: 0, y: 1 }, 0, -9000, [1000, 2000, 4000, 300]],
] as const)('drags %s', (_name, hold, across, down, expected) => {
  const [left, top, width, height] = expected;
  expect(dragged(crop, hold, across, down)).toEqual({ left, top, width, height });
});

it('shapes the part in pixels, within what is shown', () => {
  expect(shaped(untouched.crop, 1, { width: 1600, height: 800 })).toEqual({
    left: 2500,
    top: 0,
    width: 5000,
    height: 10_000,
  });
  expect(shaped(untouched.crop, 16 / 9, { width: 900, height: 1600 })).toMatchObject({
    left: 0,
    width: 10_000,
  });
  const square = shaped(crop, 1, { width: 1000, height: 1000 });
  expect(square).toEqual({ left: 1000, top: 3000, width: 4000, height: 4000 });
});

it('keeps what is typed within the picture', () => {
  expect(cutOff(crop)).toEqual({ left: 1000, right: 5000, top: 2000, bottom: 2000 });
  expect(cut(crop, 'left', 3000)).toEqual({ ...crop, left: 3000, width: 2000 });
  expect(cut(crop, 'right', 0)).toEqual({ ...crop, width: 9000 });
  expect(cut(crop, 'top', 20_000)).toEqual({ ...crop, top: 7700, height: 300 });
  expect(cut(crop, 'bottom', 9000)).toEqual({ ...crop, height: 300 });
  expect(pointed({ x: 9950, y: 20 }, 100, -100)).toEqual({ x: 10_000, y: 0 });
});

it('says how many pixels are left', () => {
  expect(partSize({ width: 400, height: 300 }, untouched)).toEqual({ width: 400, height: 300 });
  expect(partSize({ width: 400, height: 300 }, { ...some, turns: 1 })).toEqual({ width: 120, height: 240 });
});
