import type { PreviewBlock } from '../api';

/** `removed` blocks from `from` on give way to `added`; everything around them is as it was. */
export interface BlockChange {
  from: number;
  removed: number;
  added: PreviewBlock[];
}

export function diffBlocks(
  before: readonly PreviewBlock[],
  after: readonly PreviewBlock[],
): BlockChange | null {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from]?.html === after[from]?.html) from += 1;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end)?.html === after.at(-1 - end)?.html) end += 1;
  const removed = before.length - from - end;
  const added = after.slice(from, after.length - end);
  return removed === 0 && added.length === 0 ? null : { from, removed, added };
}
