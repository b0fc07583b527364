import type { Door, Picture } from '../api';
import type { Bin } from './bin.svelte';
import type { Pictures } from './pictures.svelte';

/** Pictures that were brought into the library for something that may yet not be done. */
export class Brought {
  readonly #door: Door;
  readonly #pictures: Pictures;
  readonly #bin: Bin;
  /** Those that were not there before, and whether they were in the bin. */
  readonly #brought = new Map<string, { binned: boolean }>();

  constructor(door: Door, pictures: Pictures, bin: Bin) {
    this.#door = door;
    this.#pictures = pictures;
    this.#bin = bin;
  }

  async add(file: File): Promise<Picture> {
    const { rows } = this.#pictures;
    const { articles: binRead, pictures: binned } = this.#bin;
    const picture = await this.#pictures.add(file);
    const { id } = picture;
    if (rows?.every((row) => row.picture.id !== id)) {
      // Of what may have been in the bin, nothing is removed for ever.
      this.#brought.set(id, { binned: binRead === null || binned.some((it) => it.picture.id === id) });
    }
    return picture;
  }

  /** What was not needed after all goes where it was. That it stays after a failure does no harm. */
  async giveUp(needed?: string): Promise<void> {
    const gone = [...this.#brought].filter(([id]) => id !== needed);
    this.#brought.clear();
    for (const [id, { binned }] of gone) await this.#putBack(id, binned).catch(() => undefined);
    if (gone.length === 0) return;
    await Promise.all([this.#pictures.load(), this.#bin.load()]).catch(() => undefined);
  }

  async #putBack(id: string, binned: boolean): Promise<void> {
    await this.#door.call('picture_delete', { id });
    if (!binned) await this.#door.call('picture_remove', { id });
  }
}
