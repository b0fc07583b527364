interface Window {
  top: number;
  height: number;
  rowHeight: number;
  count: number;
  /** Rows on either side that are ready when somebody scrolls on, or moves there by Tab. */
  beyond: number;
}

/** The rows of a long list that can be seen, and a few more: from `from` up to, but not including, `to`. */
export function visibleRange({ top, height, rowHeight, count, beyond }: Window): {
  from: number;
  to: number;
} {
  const first = Math.floor(top / rowHeight) - beyond;
  const last = Math.ceil((top + height) / rowHeight) + beyond;
  const to = Math.min(Math.max(last, 0), count);
  return { from: Math.min(Math.max(first, 0), to), to };
}
