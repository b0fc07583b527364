// The drafts that somebody writes in, that are changed in passing, or that are not kept yet.

import { SvelteMap } from 'svelte/reactivity';

import type { Draft } from './draft.svelte';

/**
 * One draft an article: two of them would overwrite each other. It stays until nobody needs it and all of it is kept, so
 * that whoever asks what is unsaved, sends it or opens the article always finds it here.
 */
export class Drafts {
  #load: (id: string) => Promise<Draft>;
  #held = new SvelteMap<string, Draft | Promise<Draft>>();

  /** `load` asks the library for the draft of an article. */
  constructor(load: (id: string) => Promise<Draft>) {
    this.#load = load;
  }

  /** One that is still asked for has nothing to keep. */
  get all(): Draft[] {
    return [...this.#held.values()].flatMap((held) => (held instanceof Promise ? [] : [held]));
  }

  find(id: string): Draft | undefined {
    return this.all.find((draft) => draft.id === id);
  }

  get unsaved(): boolean {
    return this.all.some(({ saver }) => saver.unsaved);
  }

  /** For a screen, which calls `leave` when it goes away. */
  open(id: string): Promise<Draft> {
    return this.#hold(id, (draft) => (draft.open += 1));
  }

  /** Resolves when all of it is kept. Otherwise it stays, and its saver goes on trying. */
  async leave(draft: Draft): Promise<void> {
    draft.open -= 1;
    draft.left = true;
    await this.#release(draft);
  }

  /** Works on a draft, whether a screen shows it or not. What nobody has seen there is not tried again. */
  async inPassing<Result>(id: string, work: (draft: Draft) => Promise<Result>): Promise<Result> {
    const draft = await this.#hold(id, (held) => (held.passing += 1));
    try {
      return await work(draft);
    } finally {
      draft.passing -= 1;
      // It would go on the site some time later.
      if (!isNeeded(draft) && !draft.left) draft.saver.discard();
      void this.#release(draft);
    }
  }

  /** Sends everything that is not kept yet. Resolves to whether all of it is kept now. */
  async flush(): Promise<boolean> {
    const drafts = this.all;
    const kept = await Promise.all(drafts.map(({ saver }) => saver.flush()));
    for (const draft of drafts) this.#forgetKept(draft);
    return kept.every(Boolean);
  }

  /** The library changed articles by itself: whoever has one of them open sees it. */
  async follow(): Promise<void> {
    // What can't be asked now, the next save finds out.
    await Promise.allSettled([...this.#held.values()].map(async (held) => (await held).follow()));
  }

  /** The article is not there any more: nobody is to find what was typed in it. */
  drop(id: string): void {
    this.find(id)?.saver.discard();
    this.#held.delete(id);
  }

  async #hold(id: string, count: (draft: Draft) => void): Promise<Draft> {
    const held = this.#held.get(id) ?? this.#ask(id);
    const draft = held instanceof Promise ? await held : held;
    // Both at once: nobody lets go of it in between.
    this.#held.set(id, draft);
    count(draft);
    return draft;
  }

  #ask(id: string): Promise<Draft> {
    const asked = this.#load(id);
    this.#held.set(id, asked);
    asked.catch(() => {
      if (this.#held.get(id) === asked) this.#held.delete(id);
    });
    return asked;
  }

  async #release(draft: Draft): Promise<void> {
    while (!isNeeded(draft) && (await draft.saver.flush())) {
      if (this.#forgetKept(draft)) return;
    }
  }

  /** Says whether it was forgotten. */
  #forgetKept(draft: Draft): boolean {
    if (isNeeded(draft) || draft.saver.unsaved) return false;
    if (this.#held.get(draft.id) === draft) this.#held.delete(draft.id);
    return true;
  }
}

function isNeeded({ open, passing }: Draft): boolean {
  return open > 0 || passing > 0;
}
