interface Place {
  row: number;
  count: number;
  /** Rows that fill the window. */
  page: number;
}

/** Where a key leads in a list: -1 is above the first row; nothing for a key that leads nowhere. */
export function rowAfterKey(key: string, { row, count, page }: Place): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(row + 1, last);
    case 'ArrowUp':
      return row - 1;
    case 'PageDown':
      return Math.min(row + page, last);
    case 'PageUp':
      return Math.max(row - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
