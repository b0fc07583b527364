import type { RowLayout } from '$lib/parts/rowLayout';

/** Pixels. */
const NARROWEST = 176;
const GAP = 16;
const EDGE = 24;
const WORDS = 52;

/** As many pictures side by side as have room, each with its words below. */
export function gridLayout(width: number): RowLayout {
  const inside = Math.max(NARROWEST, width - 2 * EDGE);
  const columns = Math.max(1, Math.floor((inside + GAP) / (NARROWEST + GAP)));
  const tile = (inside - (columns - 1) * GAP) / columns;
  return { columns, rowHeight: Math.round(tile * 0.75) + WORDS + GAP, gap: GAP, edge: EDGE, width: tile };
}
