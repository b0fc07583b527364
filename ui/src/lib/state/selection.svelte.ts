// Which articles of a list are selected, as in a list of mails. A set is never changed, but replaced: all rows look at it.
/* eslint-disable svelte/prefer-svelte-reactivity */

export class Selection {
  #ids: ReadonlySet<string> = $state.raw(new Set());
  /** Where a range begins. */
  #anchor: string | null = null;
  /** What was selected before the range. */
  #before: ReadonlySet<string> = new Set();

  get size(): number {
    return this.#ids.size;
  }

  get ids(): string[] {
    return [...this.#ids];
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  toggle(id: string): void {
    const ids = new Set(this.#ids);
    if (!ids.delete(id)) ids.add(id);
    this.#begin(id, ids);
    this.#ids = ids;
  }

  /** From where the last selection began to this one. `from` is where it begins when nothing is selected. */
  extend(id: string, from: string, all: readonly string[]): void {
    if (this.#anchor === null || !all.includes(this.#anchor)) this.#begin(from, this.#ids);
    const ends = [all.indexOf(this.#anchor ?? from), all.indexOf(id)].sort((a, b) => a - b);
    const [first = 0, last = 0] = ends;
    this.#ids = new Set([...this.#before, ...all.slice(first, last + 1)]);
  }

  all(ids: readonly string[]): void {
    this.#begin(null, new Set());
    this.#ids = new Set(ids);
  }

  clear(): void {
    this.all([]);
  }

  /** What is not in the list any more can't be selected. */
  keep(list: readonly string[]): void {
    if (this.#ids.size === 0) return;
    const there = new Set(list);
    const kept = this.ids.filter((id) => there.has(id));
    if (kept.length < this.#ids.size) this.#ids = new Set(kept);
  }

  #begin(anchor: string | null, before: ReadonlySet<string>): void {
    this.#anchor = anchor;
    this.#before = before;
  }
}
