import type { PreviewBlock, PreviewChange } from '../api';

/** From the block `from` on, `removed` give way to `added`, and those after them move by so many lines. */
export type PartOfChange = Pick<PreviewChange, 'from' | 'removed' | 'added' | 'moved'>;

/** The blocks that a change makes of those that are shown. */
export function changed(before: readonly PreviewBlock[], change: PartOfChange): readonly PreviewBlock[] {
  const { from, removed, added, moved } = change;
  if (removed === 0 && added.length === 0 && moved === 0) return before;
  const after = before.slice(from + removed);
  const placed = moved === 0 ? after : after.map(({ line, html }) => ({ line: line + moved, html }));
  return [...before.slice(0, from), ...added, ...placed];
}

/**
 * What is yet to come once there is another change, while `count` blocks are shown: one of what is shown already comes
 * first, any other one after what it changes.
 */
export function queued(rest: PartOfChange[], change: PreviewChange, count: number): PartOfChange[] {
  const parts = inParts(change, count);
  if (change.whole) return parts;
  const { from, removed, added, moved } = change;
  if (rest.some((part) => part.from < from + removed)) return [...rest, ...parts];
  const further = added.length - removed;
  const later = rest.map((part) => ({
    ...part,
    from: part.from + further,
    added: moved === 0 ? part.added : part.added.map(({ line, html }) => ({ line: line + moved, html })),
  }));
  return [...parts, ...later];
}

/** Blocks that fill a window, and not so many that laying them out keeps the window from drawing. */
const PART = 40;

/** The change of `count` blocks as one after another, none of them much more than a window shows. */
export function inParts(change: PreviewChange, count: number): PartOfChange[] {
  const { whole, added } = change;
  const { from, removed, moved } = whole ? { from: 0, removed: count, moved: 0 } : change;
  const parts: PartOfChange[] = [];
  for (let at = 0; at === 0 || at < added.length; at += PART) {
    const isLast = at + PART >= added.length;
    const old = Math.max(removed - at, 0);
    parts.push({
      from: from + at,
      removed: isLast ? old : Math.min(old, PART),
      added: added.slice(at, at + PART),
      moved: at === 0 ? moved : 0,
    });
  }
  return parts;
}
