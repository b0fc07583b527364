// Turning, cropping and focusing, in ten-thousandths of the picture's sides.

import type { Adjustments, Crop, Focus } from '$lib/api';

export const WHOLE = 10_000;
/** Less can't be taken hold of. */
const SMALLEST = 300;

export interface Size {
  width: number;
  height: number;
}

/** Where a part is taken hold of: which of its sides move. */
export interface Hold {
  x: -1 | 0 | 1;
  y: -1 | 0 | 1;
}

export const untouched: Adjustments = {
  turns: 0,
  crop: { left: 0, top: 0, width: WHOLE, height: WHOLE },
  focus: { x: WHOLE / 2, y: WHOLE / 2 },
};

const within = (value: number, least: number, most: number) =>
  Math.round(Math.min(Math.max(value, least), Math.max(least, most)));

/** A quarter turn clockwise: the same part is shown, and the same point stays in sight. */
export function turned({ turns, crop, focus }: Adjustments): Adjustments {
  return {
    turns: (turns + 1) % 4,
    crop: {
      left: WHOLE - crop.top - crop.height,
      top: crop.left,
      width: crop.height,
      height: crop.width,
    },
    focus: { x: WHOLE - focus.y, y: focus.x },
  };
}

export function turnedBack(adjustments: Adjustments): Adjustments {
  return turned(turned(turned(adjustments)));
}

/** The part after somebody dragged it, or one of its corners or sides, by so much. */
export function dragged(crop: Crop, { x, y }: Hold, across: number, down: number): Crop {
  if (x === 0 && y === 0) {
    return {
      ...crop,
      left: within(crop.left + across, 0, WHOLE - crop.width),
      top: within(crop.top + down, 0, WHOLE - crop.height),
    };
  }
  const [left, width] = side(crop.left, crop.width, x, across);
  const [top, height] = side(crop.top, crop.height, y, down);
  return { left, top, width, height };
}

function side(start: number, length: number, end: -1 | 0 | 1, by: number): [number, number] {
  if (end === 0) return [start, length];
  if (end === 1) return [start, within(length + by, SMALLEST, WHOLE - start)];
  const to = within(start + by, 0, start + length - SMALLEST);
  return [to, start + length - to];
}

/** The largest part of this shape around the middle of what is shown. `ratio` is of pixels, width by height. */
export function shaped(crop: Crop, ratio: number, { width, height }: Size): Crop {
  // How many ten-thousandths of the height are as long as one of the width.
  const square = width / height;
  const tall = (part: number) => (part * square) / ratio;
  const newWidth = within(Math.min(crop.width, (crop.height * ratio) / square), 1, WHOLE);
  const newHeight = within(tall(newWidth), 1, WHOLE);
  return {
    left: within(crop.left + (crop.width - newWidth) / 2, 0, WHOLE - newWidth),
    top: within(crop.top + (crop.height - newHeight) / 2, 0, WHOLE - newHeight),
    width: newWidth,
    height: newHeight,
  };
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** How much is cut off at each side. */
export function cutOff({ left, top, width, height }: Crop): Record<Side, number> {
  return { left, right: WHOLE - left - width, top, bottom: WHOLE - top - height };
}

/** The part with so much cut off at one side. The other sides stay where they are. */
export function cut(crop: Crop, side: Side, off: number): Crop {
  const by = off - cutOff(crop)[side];
  switch (side) {
    case 'left':
      return dragged(crop, { x: -1, y: 0 }, by, 0);
    case 'right':
      return dragged(crop, { x: 1, y: 0 }, -by, 0);
    case 'top':
      return dragged(crop, { x: 0, y: -1 }, 0, by);
    case 'bottom':
      return dragged(crop, { x: 0, y: 1 }, 0, -by);
  }
}

export function pointed(focus: Focus, across: number, down: number): Focus {
  return { x: within(focus.x + across, 0, WHOLE), y: within(focus.y + down, 0, WHOLE) };
}

/** How large the picture is once it is turned. */
export function turnedSize({ width, height }: Size, turns: number): Size {
  return turns % 2 === 1 ? { width: height, height: width } : { width, height };
}

/** How large the part is, in pixels. */
export function partSize(full: Size, { turns, crop }: Adjustments): Size {
  const { width, height } = turnedSize(full, turns);
  const pixels = (start: number, length: number, whole: number) => {
    const at = (part: number) => Math.round((part * whole) / WHOLE);
    return Math.max(1, at(start + length) - at(start));
  };
  return { width: pixels(crop.left, crop.width, width), height: pixels(crop.top, crop.height, height) };
}
