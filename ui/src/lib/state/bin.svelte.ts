import { type BinnedArticle, type BinnedPicture, type Door, Refusal } from '../api';
import { words } from '../words';
import type { Articles } from './articles.svelte';

/** What the bar at the bottom of the window says. */
export type Notice =
  | { kind: 'deleted'; article: Titled }
  | { kind: 'done'; text: string }
  | { kind: 'failed'; problem: Refusal };

export interface Titled {
  id: string;
  title: string;
}

/** What was deleted, and the way there and back. */
export class Bin {
  /** The last deleted first; nothing before the first answer. */
  articles: BinnedArticle[] | null = $state.raw(null);
  pictures: BinnedPicture[] = $state.raw([]);
  notice: Notice | null = $state.raw(null);
  /** The article whose deletion was just undone: the list turns to it. */
  undone: string | null = $state(null);

  #door: Door;
  #listed: Articles;
  #left: (id: string) => void;
  #questions = 0;
  // Nobody has to be told what is under way.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #underWay = new Set<string>();

  /** `left` is told before the window says that an article is in the bin: nobody can go on writing in it. */
  constructor(door: Door, listed: Articles, left: (id: string) => void) {
    this.#door = door;
    this.#listed = listed;
    this.#left = left;
  }

  async load(): Promise<void> {
    this.#questions += 1;
    const question = this.#questions;
    const { articles, pictures } = await this.#door.call('bin_list', {});
    if (question !== this.#questions) return;
    this.articles = articles;
    this.pictures = pictures;
  }

  /** Resolves to whether the article is in the bin now. */
  delete(article: Titled): Promise<boolean> {
    return this.#attempt(article.id, async () => {
      if (!(await this.#listed.settle(article.id))) {
        throw new Refusal({ code: 'disk', ...words.bin.notSavedFirst });
      }
      await this.#door.call('article_delete', { id: article.id });
      this.#listed.drop(article.id);
      this.#left(article.id);
      this.notice = { kind: 'deleted', article };
    });
  }

  async undo(): Promise<void> {
    if (this.notice?.kind !== 'deleted') return;
    const { id } = this.notice.article;
    if (await this.putBack(id)) this.undone = id;
  }

  /** Resolves to whether the article is among the others again. */
  putBack(id: string): Promise<boolean> {
    return this.#attempt(id, async () => {
      this.#listed.bringBack(await this.#door.call('article_restore', { id }));
      this.#drop(id);
      this.notice = { kind: 'done', text: words.bin.isBack };
    });
  }

  /** Resolves to whether the article is gone. */
  removeForEver(id: string): Promise<boolean> {
    return this.#attempt(id, async () => {
      await this.#door.call('article_remove', { id });
      this.#drop(id);
      this.notice = { kind: 'done', text: words.bin.isRemoved };
    });
  }

  dismiss(): void {
    this.notice = null;
  }

  async #attempt(id: string, work: () => Promise<void>): Promise<boolean> {
    if (this.#underWay.has(id)) return false;
    this.#underWay.add(id);
    try {
      await work();
    } catch (thrown) {
      this.notice = { kind: 'failed', problem: Refusal.from(thrown, words.errors.host) };
      return false;
    } finally {
      this.#underWay.delete(id);
    }
    // What is in the bin can be asked again; what was done is done.
    void this.load().catch(() => undefined);
    return true;
  }

  #drop(id: string): void {
    this.articles = this.articles?.filter((other) => other.id !== id) ?? null;
  }
}
