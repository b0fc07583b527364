interface Place {
  cell: number;
  count: number;
  columns: number;
  /** Rows that fill the window. */
  page: number;
}

/** Where a key leads in a grid: -1 is above the first row; nothing for a key that leads nowhere. */
export function cellAfterKey(key: string, { cell, count, columns, page }: Place): number | null {
  const last = count - 1;
  // A last row that is not full is still reached from above.
  const down = (rows: number) => Math.min(cell + rows * columns, last);
  switch (key) {
    case 'ArrowRight':
      return Math.min(cell + 1, last);
    case 'ArrowLeft':
      return Math.max(cell - 1, 0);
    case 'ArrowDown':
      return down(1);
    case 'ArrowUp':
      return cell < columns ? -1 : cell - columns;
    case 'PageDown':
      return down(page);
    case 'PageUp':
      return Math.max(cell - page * columns, cell % columns);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
