// What is done to several articles at once, and the way back.

import {
  type ArticleBefore,
  type ArticleRow,
  type Door,
  Refusal,
  type SeveralChange,
  type SeveralDone,
} from '../api';
import { words } from '../words';
import type { Articles } from './articles.svelte';
import type { Bin } from './bin.svelte';
import type { History } from './history.svelte';
import { linkedFrom } from './linking';

export type Change = Omit<SeveralChange, 'ids'>;

const say = words.several;

export class Several {
  #door: Door;
  #articles: Articles;
  #bin: Bin;
  #history: History;
  #left: (id: string) => void;
  /** Something is under way: nothing else begins. */
  #busy = false;

  /** `left` is told that an article is in the bin: nobody can go on writing in it. */
  constructor(
    door: Door,
    articles: Articles,
    bin: Bin,
    history: History,
    left: (id: string) => void = () => undefined,
  ) {
    this.#door = door;
    this.#articles = articles;
    this.#bin = bin;
    this.#history = history;
    this.#left = left;
  }

  /** Says what was done, and of which articles it could not be done and why. */
  change(ids: string[], change: Change): Promise<void> {
    return this.#attempt(async () => {
      const { before, refused } = await this.#change(ids, change);
      const changed = before.map(({ id }) => id);
      const parts = [said(change, before.length, refused.length), unready(refused)];
      const text = parts.filter(Boolean).join(' ');
      if (before.length === 0) {
        this.#history.say(text);
        return;
      }
      const action = {
        name: named(change),
        undo: () => this.#putBack(before),
        redo: async () => {
          await this.#change(changed, change);
        },
      };
      this.#history.done(action, text);
      const links = change.status === 'draft' ? await linkedFrom(this.#door, changed) : '';
      if (links !== '') this.#history.announce(action, `${text} ${links}`);
    });
  }

  /** Puts all of them in the bin. */
  delete(ids: string[]): Promise<void> {
    return this.#attempt(async () => {
      const deleted = await this.#delete(ids);
      if (deleted.length === 0) return;
      const action = {
        name: say.deleteName,
        undo: () => this.#restore(deleted),
        redo: async () => {
          await this.#delete(deleted);
        },
      };
      const text = say.deleted(deleted.length);
      this.#history.done(action, text);
      const links = await linkedFrom(this.#door, deleted);
      if (links !== '') this.#history.announce(action, `${text} ${links}`);
    });
  }

  /** A copy is begun: the answer is its id. */
  async duplicate({ id, title }: { id: string; title: string }): Promise<string | null> {
    let copy: string | null = null;
    await this.#attempt(async () => {
      await this.#settle();
      const name = say.copyOf(title || words.articles.untitled);
      const made = await this.#door.call('article_duplicate', { id, title: name });
      copy = made.id;
      await this.#articles.standElsewhere();
      const action = {
        name: say.duplicateName,
        undo: async () => {
          await this.#delete([made.id]);
        },
        redo: () => this.#restore([made.id]),
      };
      this.#history.done(action);
    });
    return copy;
  }

  async #change(ids: string[], change: Change): Promise<SeveralDone> {
    await this.#settle();
    const done = await this.#door.call('articles_change', { ids, ...change });
    await this.#articles.standElsewhere();
    void this.#articles.loadNames();
    return done;
  }

  async #putBack(before: ArticleBefore[]): Promise<void> {
    await this.#settle();
    await this.#door.call('articles_put_back', { before });
    await this.#articles.standElsewhere();
  }

  async #delete(ids: string[]): Promise<string[]> {
    await this.#settle();
    const deleted = await this.#door.call('articles_delete', { ids });
    this.#articles.drop(...deleted.ids);
    for (const id of deleted.ids) this.#left(id);
    this.#reload();
    return deleted.ids;
  }

  async #restore(ids: string[]): Promise<void> {
    const { articles } = await this.#door.call('articles_restore', { ids });
    this.#articles.bringBack(...articles);
    this.#reload();
  }

  /** What stands in the window is kept before anything is done to it here. */
  async #settle(): Promise<void> {
    if (await this.#articles.flush()) return;
    throw new Refusal({ code: 'disk', ...say.notSavedFirst });
  }

  #reload(): void {
    void this.#bin.load().catch(() => undefined);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await work();
    } catch (thrown) {
      this.#history.fail(Refusal.from(thrown, words.errors.host));
    } finally {
      this.#busy = false;
    }
  }
}

function named({ status, addTopic, removeTopic }: Change): string {
  if (status !== undefined) return say.statusName[status];
  return removeTopic === undefined ? say.addTopicName(addTopic ?? '') : say.removeTopicName(removeTopic);
}

function said({ status, addTopic, removeTopic }: Change, changed: number, refused: number): string {
  if (changed === 0 && refused > 0) return '';
  if (status !== undefined) return changed === 0 ? say.alreadyStatus[status] : say.nowStatus[status](changed);
  if (removeTopic !== undefined) {
    return changed === 0 ? say.hadNoTopic(removeTopic) : say.topicGone(removeTopic, changed);
  }
  const topic = addTopic ?? '';
  return changed === 0 ? say.alreadyTopic(topic) : say.nowTopic(topic, changed);
}

function unready(refused: ArticleRow[]): string {
  if (refused.length === 0) return '';
  return say.unready(refused.map(({ title }) => title || words.articles.untitled));
}
