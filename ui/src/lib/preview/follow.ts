// Where a height in the text is in the page, and the other way round: straight lines between the beginnings of blocks.

/** The beginning of the `index`th block on both sides, in pixels from the top. `count` stands for the end of the last. */
export interface Anchors {
  count: number;
  text: (index: number) => number;
  page: (index: number) => number;
}

export function toPage(anchors: Anchors, height: number): number {
  return project(anchors.count, anchors.text, anchors.page, height);
}

export function toText(anchors: Anchors, height: number): number {
  return project(anchors.count, anchors.page, anchors.text, height);
}

type Position = (index: number) => number;

function project(count: number, from: Position, to: Position, height: number): number {
  if (count === 0) return height;
  // What stands above the text (title, picture) is one stretch of its own, from 0.
  const above = from(0);
  if (height <= above) return above <= 0 ? 0 : (to(0) * Math.max(height, 0)) / above;
  const index = lastBefore(count, from, height);
  const [start, end] = [from(index), from(index + 1)];
  const share = end > start ? Math.min((height - start) / (end - start), 1) : 0;
  return to(index) + share * (to(index + 1) - to(index));
}

/** The last block that begins at `height` or above it. Asks for as few positions as it can: each one is measured. */
function lastBefore(count: number, position: Position, height: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (position(middle) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
