import type { Article, ArticleRow, Door, Names } from '../api';
import { words } from '../words';
import { Draft } from './draft.svelte';
import type { NotSaved } from './notSaved';
import { paths } from './paths';

/** The list of articles, and those that are being written. */
export class Articles {
  /** Newest change first; nothing before the first answer. */
  rows: ArticleRow[] | null = $state.raw(null);
  names: Names = $state.raw({ topics: [], people: [] });
  /** Left by the person, and still not kept. Their savers go on trying. */
  unkept: Draft[] = $state.raw([]);

  #door: Door;
  #changed: () => void;
  #open: Draft | null = null;
  #ended = false;

  constructor(door: Door, changed: () => void) {
    this.#door = door;
    this.#changed = changed;
  }

  async load(): Promise<void> {
    // The list is to show what was just written.
    await this.flush();
    this.rows = (await this.#door.call('articles_list', {})).articles;
  }

  async create(): Promise<Article> {
    return this.#door.call('article_create', {});
  }

  /** The article, ready to be written in. What could not be kept before is found again. */
  async open(id: string): Promise<Draft> {
    const draft = await this.#draft(id);
    this.#open = draft;
    this.unkept = this.unkept.filter((other) => other !== draft);
    void this.#loadNames();
    return draft;
  }

  /** The person turned to something else. */
  async leave(draft: Draft): Promise<void> {
    if (this.#open === draft) this.#open = null;
    if ((await draft.saver.flush()) || this.#ended) return;
    if (this.#open?.id !== draft.id) this.unkept = [...this.unkept, draft];
  }

  async markReady(id: string): Promise<void> {
    const draft = await this.#draft(id);
    draft.change({ status: 'ready' });
    await draft.saver.flush();
    if (draft.saver.status.kind === 'failed') throw draft.saver.status.problem;
  }

  get unsaved(): boolean {
    return this.#drafts().some((draft) => draft.saver.unsaved);
  }

  get notSaved(): NotSaved[] {
    const failed = this.#drafts().filter(({ saver }) => saver.status.kind === 'failed');
    return failed.map(({ id, title }) => ({
      what: words.save.articleNotSaved(title || words.articles.untitled),
      path: paths.article(id),
      seek: () => undefined,
    }));
  }

  /** Sends everything that is not kept yet. Resolves to whether all of it is kept now. */
  async flush(): Promise<boolean> {
    const kept = await Promise.all(this.#drafts().map((draft) => draft.saver.flush()));
    this.unkept = this.unkept.filter((draft) => draft.saver.unsaved);
    return kept.every(Boolean);
  }

  /** The library is left: no draft is sent any more. */
  async end(): Promise<void> {
    this.#ended = true;
    const drafts = this.#drafts();
    this.unkept = [];
    await Promise.all(drafts.map((draft) => draft.saver.end()));
  }

  put(row: ArticleRow): void {
    if (this.rows !== null) this.rows = [row, ...this.rows.filter((other) => other.id !== row.id)];
    this.#changed();
  }

  async #loadNames(): Promise<void> {
    // Only suggestions: without them a person types the name.
    this.names = await this.#door.call('names_list', {}).catch(() => this.names);
  }

  /** The one draft of an article: two of them would overwrite each other. */
  async #draft(id: string): Promise<Draft> {
    const known = this.#drafts().find((draft) => draft.id === id);
    if (known) return known;
    const article = await this.#door.call('article_get', { id });
    const draft = new Draft(this.#door, article, (row) => this.put(row));
    if (this.#ended) void draft.saver.end();
    return draft;
  }

  #drafts(): Draft[] {
    return this.#open === null ? this.unkept : [this.#open, ...this.unkept];
  }
}
