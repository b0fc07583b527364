import { type BinnedArticle, type BinnedName, type BinnedPicture, type Door, Refusal } from '../api';
import { words } from '../words';
import type { Articles } from './articles.svelte';
import { History } from './history.svelte';
import { linkedFrom } from './linking';

export interface Titled {
  id: string;
  title: string;
}

/** What a row of the bin shows. */
export interface BinItem {
  kind: 'article' | 'picture' | 'topic' | 'person';
  id: string;
  title: string;
  binned: string;
  until: string;
  /** It can't be removed yet: something shows it. */
  needed: boolean;
  /** How many articles get it back, if it is a topic or a person. */
  articles: number;
  /** Where the host serves it small, if it is a picture. */
  thumb: string | null;
}

/** What was deleted, and the way there and back. */
export class Bin {
  /** The last deleted first; nothing before the first answer. */
  articles: BinnedArticle[] | null = $state.raw(null);
  pictures: BinnedPicture[] = $state.raw([]);
  topics: BinnedName[] = $state.raw([]);
  people: BinnedName[] = $state.raw([]);
  /** The article whose deletion was just undone: the list turns to it. */
  undone: string | null = $state(null);

  #door: Door;
  #listed: Articles;
  #left: (id: string) => void;
  #history: History;
  #questions = 0;
  // Nobody has to be told what is under way.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #underWay = new Set<string>();

  /** `left` is told before the window says that an article is in the bin: nobody can go on writing in it. */
  constructor(door: Door, listed: Articles, left: (id: string) => void, history = new History()) {
    this.#door = door;
    this.#listed = listed;
    this.#left = left;
    this.#history = history;
  }

  /** Everything in it, the last deleted first; nothing before the first answer. */
  get items(): BinItem[] | null {
    if (this.articles === null) return null;
    return [
      ...this.articles.map(articleItem),
      ...this.pictures.map(pictureItem),
      ...this.topics.map((topic) => nameItem('topic', topic)),
      ...this.people.map((person) => nameItem('person', person)),
    ].sort((one, other) => other.binned.localeCompare(one.binned));
  }

  async load(): Promise<void> {
    this.#questions += 1;
    const question = this.#questions;
    const { articles, pictures, topics, people } = await this.#door.call('bin_list', {});
    if (question !== this.#questions) return;
    this.articles = articles;
    this.pictures = pictures;
    this.topics = topics;
    this.people = people;
  }

  /** Resolves to whether the article is in the bin now. */
  delete(article: Titled): Promise<boolean> {
    const title = article.title || words.articles.untitled;
    return this.#attempt(article.id, async () => {
      await this.putIn(article.id);
      const redo = () => this.putIn(article.id);
      const undo = async () => {
        await this.takeOut(article.id);
        this.undone = article.id;
      };
      const action = { name: words.history.deleteArticle(title), undo, redo };
      this.#history.done(action, words.bin.isIn(title));
      const links = await linkedFrom(this.#door, [article.id]);
      if (links !== '') this.#history.announce(action, `${words.bin.isIn(title)} ${links}`);
    });
  }

  /** Resolves to whether the article is among the others again. */
  putBack({ id, title }: Titled): Promise<boolean> {
    return this.#attempt(id, async () => {
      await this.takeOut(id);
      const called = title || words.articles.untitled;
      const name = words.history.putBack(called);
      const action = { name, undo: () => this.putIn(id), redo: () => this.takeOut(id) };
      this.#history.done(action, words.bin.isBack(called));
    });
  }

  /** Resolves to whether the article is gone. */
  removeForEver({ id, title }: Titled): Promise<boolean> {
    return this.#attempt(id, async () => {
      await this.#door.call('article_remove', { id });
      this.#drop(id);
      this.#history.say(words.bin.isRemoved(title || words.articles.untitled));
    });
  }

  /** Puts an article in the bin, or throws. For what can be undone as a part of something larger. */
  async putIn(id: string): Promise<void> {
    if (!(await this.#listed.settle(id))) throw new Refusal({ code: 'disk', ...words.bin.notSavedFirst });
    await this.#door.call('article_delete', { id });
    this.#listed.drop(id);
    this.#left(id);
    this.#reload();
  }

  /** Takes an article out of the bin, or throws. */
  async takeOut(id: string): Promise<void> {
    this.#listed.bringBack(await this.#door.call('article_restore', { id }));
    this.#drop(id);
    this.#reload();
  }

  async #attempt(id: string, work: () => Promise<void>): Promise<boolean> {
    if (this.#underWay.has(id)) return false;
    this.#underWay.add(id);
    try {
      await work();
    } catch (thrown) {
      this.#history.fail(Refusal.from(thrown, words.errors.host));
      return false;
    } finally {
      this.#underWay.delete(id);
    }
    return true;
  }

  /** What is in the bin can be asked again; what was done is done. */
  #reload(): void {
    void this.load().catch(() => undefined);
  }

  #drop(id: string): void {
    this.articles = this.articles?.filter((other) => other.id !== id) ?? null;
  }
}

function articleItem({ id, title, binned, until }: BinnedArticle): BinItem {
  return { kind: 'article', id, title, binned, until, needed: false, articles: 0, thumb: null };
}

function nameItem(kind: 'topic' | 'person', { id, name, articles, binned, until }: BinnedName): BinItem {
  return { kind, id, title: name, binned, until, needed: false, articles, thumb: null };
}

function pictureItem({ picture, binned, until, needed }: BinnedPicture): BinItem {
  const { id, alt, fileName, thumb } = picture;
  return { kind: 'picture', id, title: alt || fileName, binned, until, needed, articles: 0, thumb };
}
