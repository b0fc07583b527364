// What somebody writes in, what is changed in passing, and what is not kept yet.

import { SvelteMap } from 'svelte/reactivity';

import { Refusal } from '../api';
import { words } from '../words';
import type { Saver } from './saver.svelte';

/** The draft of an article, or a picture that is described. */
export interface Written {
  readonly id: string;
  readonly saver: Pick<Saver<object>, 'unsaved' | 'status' | 'flush' | 'discard'>;
  readonly held: Needs;
  /** The library changed it by itself. */
  follow(): Promise<void>;
}

/** Who needs it. */
export class Needs {
  /** How many screens show it, and how many changes are made to it in passing. */
  open = 0;
  passing = 0;
  /** A screen showed it: what was typed there is tried again until it is kept. */
  left = false;

  get any(): boolean {
    return this.open > 0 || this.passing > 0;
  }

  /** Does the window say whether it is kept? */
  get seen(): boolean {
    return this.open > 0 || this.left;
  }
}

/**
 * One of each: two drafts of an article would overwrite each other. It stays until nobody needs it and all of it is kept,
 * so that whoever asks what is unsaved, sends it or opens it always finds it here.
 */
export class Held<Kind extends Written> {
  #load: (id: string) => Promise<Kind>;
  #held = new SvelteMap<string, Kind | Promise<Kind>>();

  /** `load` asks the library. */
  constructor(load: (id: string) => Promise<Kind>) {
    this.#load = load;
  }

  /** One that is still asked for has nothing to keep. */
  get all(): Kind[] {
    return [...this.#held.values()].flatMap((held) => (held instanceof Promise ? [] : [held]));
  }

  find(id: string): Kind | undefined {
    return this.all.find((one) => one.id === id);
  }

  get unsaved(): boolean {
    return this.all.some(({ saver }) => saver.unsaved);
  }

  /** For a screen, which calls `leave` when it goes away. */
  open(id: string): Promise<Kind> {
    return this.#hold(id, ({ held }) => (held.open += 1));
  }

  /** Resolves when all of it is kept. Otherwise it stays, and its saver goes on trying. */
  async leave(one: Kind): Promise<void> {
    one.held.open -= 1;
    one.held.left = true;
    await this.#release(one);
  }

  /** Works on it, whether a screen shows it or not. What nobody has seen there is not tried again. */
  async inPassing<Result>(id: string, work: (one: Kind) => Promise<Result>): Promise<Result> {
    const one = await this.#hold(id, ({ held }) => (held.passing += 1));
    try {
      return await work(one);
    } finally {
      one.held.passing -= 1;
      // It would go on the site some time later.
      if (!one.held.any && !one.held.left) one.saver.discard();
      void this.#release(one);
    }
  }

  /** Sends everything that is not kept yet. Resolves to whether all of it is kept now. */
  async flush(): Promise<boolean> {
    const all = this.all;
    const kept = await Promise.all(all.map(({ saver }) => saver.flush()));
    for (const one of all) this.#forgetKept(one);
    return kept.every(Boolean);
  }

  /** The library changed some of them by itself: whoever has one open sees it. */
  async follow(): Promise<void> {
    // What can't be asked now, the next save finds out.
    await Promise.allSettled([...this.#held.values()].map(async (held) => (await held).follow()));
  }

  /** It is not there any more: nobody is to find what was typed in it. */
  drop(id: string): void {
    this.find(id)?.saver.discard();
    this.#held.delete(id);
  }

  async #hold(id: string, count: (one: Kind) => void): Promise<Kind> {
    const held = this.#held.get(id) ?? this.#ask(id);
    const one = held instanceof Promise ? await held : held;
    // Both at once: nobody lets go of it in between.
    this.#held.set(id, one);
    count(one);
    return one;
  }

  #ask(id: string): Promise<Kind> {
    const asked = this.#load(id);
    this.#held.set(id, asked);
    asked.catch(() => {
      if (this.#held.get(id) === asked) this.#held.delete(id);
    });
    return asked;
  }

  async #release(one: Kind): Promise<void> {
    while (!one.held.any && (await one.saver.flush())) {
      if (this.#forgetKept(one)) return;
    }
  }

  /** Says whether it was forgotten. */
  #forgetKept(one: Kind): boolean {
    if (one.held.any || one.saver.unsaved) return false;
    if (this.#held.get(one.id) === one) this.#held.delete(one.id);
    return true;
  }
}

/** Why it is not kept. After the library was left, nothing is. */
export function problemOf({ saver: { status } }: Pick<Written, 'saver'>): Refusal {
  return status.kind === 'failed' ? status.problem : new Refusal({ code: 'internal', ...words.errors.host });
}
