/** How the items of a long list stand: in one column, or in several. All in pixels. */
export interface RowLayout {
  columns: number;
  /** From the top of one row to the top of the next. */
  rowHeight: number;
  /** Between items, in both directions. */
  gap: number;
  /** Around all of them. */
  edge: number;
  /** Of an item; none: as wide as the list. */
  width: number | null;
}

function rowOf({ columns }: RowLayout, index: number): number {
  return Math.floor(index / columns);
}

export function rowCount({ columns }: RowLayout, count: number): number {
  return Math.ceil(count / columns);
}

/** Where an item begins. */
export function placeOf(layout: RowLayout, index: number): { x: number; y: number } {
  const { columns, edge, gap, rowHeight, width } = layout;
  return {
    x: edge + (index % columns) * ((width ?? 0) + gap),
    y: edge + rowOf(layout, index) * rowHeight,
  };
}

/** Of the whole list. */
export function heightOf(layout: RowLayout, count: number): number {
  return rowCount(layout, count) * layout.rowHeight + 2 * layout.edge - layout.gap;
}

interface Scrolled {
  top: number;
  height: number;
}

/** How far the list must be scrolled for all of an item to be seen: no farther than needed. */
export function scrolledTo(layout: RowLayout, index: number, { top, height }: Scrolled): number {
  const from = rowOf(layout, index) * layout.rowHeight;
  const to = from + layout.rowHeight + 2 * layout.edge - layout.gap;
  if (from < top) return from;
  return to > top + height ? to - height : top;
}
