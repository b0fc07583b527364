// Nothing typed is ever lost: people who open, write, undo and leave in any order, with a host that is slow and refuses.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { ArticlePatch, Door } from '../api';
import { Articles } from './articles.svelte';
import { Bin } from './bin.svelte';
import { Draft } from './draft.svelte';
import { History } from './history.svelte';
import { Several } from './several.svelte';
import { article, FakeDoor, refusal } from './testing';

const IDS = ['a1', 'a2', 'a3'];
const SEEDS = 100;
const STEPS = 60;
/** Milliseconds that a question or an answer is on its way at most. */
const SLOW = 1500;

type Written = Record<string, Pick<ArticlePatch, 'title' | 'text'>>;

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Desk {
  readonly host = new FakeDoor();
  readonly history = new History();
  readonly articles: Articles;
  readonly several: Several;
  /** What was typed last, or put back by an undo. */
  readonly written: Written = {};
  /** All that was done, for whoever reads a failure. */
  readonly log: string[] = [];
  /** The article on the screen, as `ArticleScreen` has it. */
  screen: { id: string; draft: Draft | null } | null = null;

  #random: () => number;
  #troubled = true;
  #count = 0;

  constructor(seed: number) {
    this.#random = numbersFrom(seed);
    for (const id of IDS) {
      this.host.articles.set(id, article({ id, title: id }));
      this.written[id] = { title: id, text: 'One.' };
    }
    this.host.answers.articles_change = ({ ids, addTopic = '' }) => {
      const before = ids.flatMap((id) => this.host.articles.get(id) ?? []);
      for (const { id, topics } of before) this.host.changeElsewhere(id, { topics: [...topics, addTopic] });
      return { before, refused: [] };
    };
    this.host.answers.articles_put_back = ({ before }) => {
      for (const { id, topics } of before) this.host.changeElsewhere(id, { topics });
      return { before: [], refused: [] };
    };
    const door = Object.assign(Object.create(this.host) as FakeDoor, { call: this.#slowly });
    this.articles = new Articles(door, () => undefined, this.history);
    const bin = new Bin(door, this.articles, () => undefined, this.history);
    this.several = new Several(door, this.articles, bin, this.history);
  }

  async step(): Promise<void> {
    const acts = [
      () => this.go(this.#one(IDS)),
      () => this.go(this.#one(IDS)),
      () => this.go(null),
      () => this.#type('text'),
      () => this.#type('text'),
      () => this.#type('text'),
      () => this.#type('title'),
      () => this.#type('title'),
      () => this.#back('undo'),
      () => this.#back('undo'),
      () => this.#back('redo'),
      () => this.#addTopic(),
      () => this.#elsewhere(),
      () => void this.articles.flush(),
    ];
    this.#one(acts)();
    // Also without a pause, all that can be done at once is done between two presses.
    await vi.advanceTimersByTimeAsync(this.#random() < 0.4 ? 0 : this.#random() * SLOW);
  }

  /** From now on the host answers at once. Resolves when nothing is under way. */
  async settle(): Promise<void> {
    this.#troubled = false;
    await vi.advanceTimersByTimeAsync(60_000);
  }

  go(id: string | null): void {
    this.log.push(`go ${id ?? 'to the list'}`);
    if (this.screen?.draft) void this.articles.leave(this.screen.draft);
    if (id === null) {
      this.screen = null;
      return;
    }
    const screen: Desk['screen'] = { id, draft: null };
    this.screen = screen;
    void this.articles.open(id).then((draft) => {
      if (this.screen === screen) screen.draft = draft;
      else void this.articles.leave(draft);
    });
  }

  /** Whatever a draft is told, whoever tells it. */
  note(id: string, { title, text }: ArticlePatch, who: string): void {
    const became = { ...(title === undefined ? {} : { title }), ...(text === undefined ? {} : { text }) };
    this.log.push(`${who} ${id} ${JSON.stringify(became)}`);
    this.written[id] = { ...this.written[id], ...became };
  }

  /** Where it is said that it could not be undone, nothing is different but for what was typed since. */
  async restore(id: string, { title }: ArticlePatch, restored: () => Promise<void>): Promise<void> {
    const was = this.written[id];
    try {
      await restored();
    } catch (thrown) {
      this.log.push(`not restored ${id}`);
      if (was?.title !== undefined && this.written[id]?.title === title) {
        this.written[id] = { ...this.written[id], title: was.title };
      }
      throw thrown;
    }
  }

  #type(field: 'title' | 'text'): void {
    this.#count += 1;
    this.screen?.draft?.change({ [field]: `${field} ${this.#count}` });
    if (this.#random() < 0.5) this.history.settle();
  }

  #back(which: 'undo' | 'redo'): void {
    this.log.push(which);
    void this.history[which]();
  }

  #addTopic(): void {
    this.#count += 1;
    void this.several.change([this.#one(IDS), this.#one(IDS)], { addTopic: `Topic ${this.#count}` });
  }

  /** Something else in the library changes another field. */
  #elsewhere(): void {
    this.#count += 1;
    this.host.changeElsewhere(this.#one(IDS), { summary: `Summary ${this.#count}` });
    void this.articles.changedElsewhere().catch(() => undefined);
  }

  #one<Kind>(of: readonly Kind[]): Kind {
    return of[Math.floor(this.#random() * of.length)] as Kind;
  }

  #slowly: Door['call'] = async (name, request) => {
    await this.#wait();
    const refused = this.#troubled && this.#random() < 0.25;
    if (refused && name === 'article_save') throw refusal('disk');
    const answer = await this.host.call(name, request);
    await this.#wait();
    return answer;
  };

  /** Each answer arrives by itself, as from another process. */
  async #wait(): Promise<void> {
    const slow = this.#troubled && this.#random() < 0.5;
    const wait = this.#random() * (slow ? SLOW : 1);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

let desk: Desk;

beforeEach(() => {
  vi.useFakeTimers();
  const { change, restore } = Draft.prototype;
  vi.spyOn(Draft.prototype, 'change').mockImplementation(function (this: Draft, patch) {
    desk.note(this.id, patch, 'typed');
    change.call(this, patch);
  });
  vi.spyOn(Draft.prototype, 'restore').mockImplementation(function (this: Draft, patch) {
    desk.note(this.id, patch, 'restored');
    restore.call(this, patch);
  });
  const { restore: restoreIn } = Articles.prototype;
  vi.spyOn(Articles.prototype, 'restore').mockImplementation(function (this: Articles, id, patch) {
    return desk.restore(id, patch, () => restoreIn.call(this, id, patch));
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('the library holds what was typed last, whatever came in between', async () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    desk = new Desk(seed);
    for (let step = 0; step < STEPS; step += 1) await desk.step();
    await desk.settle();
    const { articles, host, screen, written, log } = desk;
    const told = `seed ${seed}\n${log.slice(-40).join('\n')}`;
    expect(await articles.flush(), told).toBe(true);
    if (screen?.draft) {
      await Promise.all([screen.draft.follow(), vi.advanceTimersByTimeAsync(SLOW)]);
      const { title, text, summary, topics } = screen.draft;
      expect(host.articles.get(screen.id), told).toMatchObject({ title, text, summary, topics });
    }
    desk.go(null);
    await desk.settle();
    for (const id of IDS) expect(host.articles.get(id), told).toMatchObject(written[id] ?? {});
    expect([articles.unsaved, articles.notSaved], told).toEqual([false, []]);
  }
});
