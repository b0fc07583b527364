import type { PreviewBlock, PreviewChange } from '../api';

/** The blocks that an answer makes of those that are shown. */
export function changed(before: readonly PreviewBlock[], change: PreviewChange): readonly PreviewBlock[] {
  const { whole, from, removed, added, moved } = change;
  if (whole) return added;
  if (removed === 0 && added.length === 0 && moved === 0) return before;
  const after = before.slice(from + removed);
  const placed = moved === 0 ? after : after.map(({ line, html }) => ({ line: line + moved, html }));
  return [...before.slice(0, from), ...added, ...placed];
}
