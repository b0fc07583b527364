// Which element of a scrolling list shows which item. To fill an element with another item is a fraction of the work of making
// one, so what came into sight takes over what left it.

/**
 * The element of each key, by number. Keys that stay keep theirs. With the focus among them, none is taken over: the focus
 * would be on another item, or lost where the one that has it is moved behind those that were taken over.
 */
export function slotsFor(
  before: ReadonlyMap<string, number>,
  keys: readonly string[],
  focused = false,
): Map<string, number> {
  const slots = new Map<string, number>();
  for (const key of keys) {
    const slot = before.get(key);
    if (slot !== undefined) slots.set(key, slot);
  }
  const taken = new Set(slots.values());
  const left = focused ? [] : [...before.values()].filter((slot) => !taken.has(slot));
  let fresh = Math.max(-1, ...before.values());
  for (const key of keys) {
    if (!slots.has(key)) slots.set(key, left.shift() ?? (fresh += 1));
  }
  return slots;
}
