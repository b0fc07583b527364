import { type Article, type ArticlePatch, type ArticleRow, type Door, type Names, Refusal } from '../api';
import { words } from '../words';
import { Draft, rowOf } from './draft.svelte';
import type { FieldEdit } from './edits';
import { History } from './history.svelte';
import { type Lack, lacking } from './lacking';
import type { NotSaved } from './notSaved';
import { paths } from './paths';
import { Listing } from './listing.svelte';

/** The earlier versions of an article that are on the screen. */
export interface ShownVersions {
  article: string;
  refresh: () => Promise<void>;
}

/** The list of articles, and those that are being written. */
export class Articles {
  names: Names = $state.raw({ topics: [], people: [] });
  /** Left by the person, and still not kept. Their savers go on trying. */
  unkept: Draft[] = $state.raw([]);
  readonly list: Listing;
  /** While they are looked at. */
  versionsShown: ShownVersions | null = null;

  #door: Door;
  #changed: () => void;
  #history: History;
  #open: Draft | null = null;
  /** Changed in passing, without being open. */
  #passing: Draft[] = [];
  #creating: Promise<Article> | null = null;
  /** Begun since the library was opened. */
  // Nobody has to be told.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #created = new Set<string>();
  /** Removed again because nobody gave them anything. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #removed = new Set<string>();
  #ended = false;

  constructor(door: Door, changed: () => void, history = new History()) {
    this.#door = door;
    this.#history = history;
    this.list = new Listing(door);
    this.#changed = changed;
  }

  async load(): Promise<void> {
    // The list is to show what was just written.
    await this.flush();
    await this.list.load();
  }

  /** One at a time: a second press on the button means the first. */
  create(): Promise<Article> {
    this.#creating ??= this.#create().finally(() => (this.#creating = null));
    return this.#creating;
  }

  /** The article, ready to be written in. What could not be kept before is found again. */
  async open(id: string): Promise<Draft> {
    if (this.#removed.has(id)) throw new Refusal({ code: 'not_found', ...words.errors.noSuchArticle });
    const draft = await this.#draft(id);
    this.#open = draft;
    this.unkept = this.unkept.filter((other) => other !== draft);
    void this.loadNames();
    return draft;
  }

  /** The person turned to something else. */
  async leave(draft: Draft): Promise<void> {
    if (this.#open === draft) this.#open = null;
    if (this.#superfluous(draft)) return this.#remove(draft);
    if ((await draft.saver.flush()) || this.#ended) return;
    if (this.#open?.id !== draft.id) this.unkept = [...this.unkept, draft];
  }

  /** What keeps an article from going on the site. */
  async lack(id: string): Promise<Lack | null> {
    const known = this.#drafts().find((draft) => draft.id === id);
    return lacking(known ?? (await this.#door.call('article_get', { id })));
  }

  markReady(id: string): Promise<void> {
    return this.#inPassing(id, (draft) =>
      this.#keep(draft, () => draft.change({ status: 'ready' }), 'ready'),
    );
  }

  /** Undoes or does again what was done to the fields of an article, wherever the person is meanwhile. */
  restore(id: string, patch: ArticlePatch): Promise<void> {
    return this.#inPassing(id, (draft, seen) => {
      if (!seen) return this.#keep(draft, () => draft.restore(patch), patch.status);
      // Whether it is kept, the article itself says.
      draft.restore(patch);
      return Promise.resolve();
    });
  }

  /** Makes an earlier version, or the paragraph of one row, the article's words. */
  bringVersionBack(id: string, version: number, row: number | null): Promise<void> {
    return this.#inPassing(id, async (draft) => {
      const replaced = await draft.replace((baseRevision) =>
        this.#door.call('version_bring_back', { article: id, version, row, baseRevision }),
      );
      const { status } = draft.saver;
      if (!replaced && status.kind === 'failed') throw status.problem;
    });
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
    const blank = drafts.filter((draft) => this.#superfluous(draft));
    await Promise.all(drafts.map((draft) => draft.saver.end()));
    await Promise.all(blank.map((draft) => this.#remove(draft)));
  }

  /** There is one article more. */
  add(row: ArticleRow): void {
    this.list.add(row);
    this.#changed();
  }

  put(row: ArticleRow): void {
    this.list.put(row);
    this.#changed();
  }

  /** Sends what is not kept yet of one article. Resolves to whether all of it is kept now. */
  async settle(id: string): Promise<boolean> {
    const draft = this.#drafts().find((other) => other.id === id);
    return draft === undefined || draft.saver.flush();
  }

  /** The library changed these articles: whoever has one of them open sees it. */
  async changedElsewhere(ids: string[]): Promise<void> {
    const open = this.#drafts().filter(({ id, saver }) => ids.includes(id) && !saver.unsaved);
    await Promise.all(open.map((draft) => draft.takeOther()));
    await this.load();
  }

  /** The articles are in the bin, as they were kept. */
  drop(...ids: string[]): void {
    for (const draft of this.#drafts()) {
      if (!ids.includes(draft.id)) continue;
      draft.saver.discard();
      if (this.#open === draft) this.#open = null;
    }
    this.unkept = this.unkept.filter(({ id }) => !ids.includes(id));
    this.list.drop(ids);
    this.#changed();
  }

  /** Articles came out of the bin: they stand where they stood. */
  bringBack(...rows: ArticleRow[]): void {
    this.list.total += rows.length;
    this.list.again();
    this.#changed();
  }

  /** Where articles stand may be another place: several were changed at once, or exported. */
  async standElsewhere(): Promise<void> {
    this.list.again();
    this.#changed();
    const ids = this.#drafts().map(({ id }) => id);
    if (ids.length === 0) return;
    const { articles } = await this.#door.call('articles_rows', { ids, words: '' });
    for (const { row } of articles) {
      const draft = this.#drafts().find(({ id }) => id === row.id);
      if (draft) draft.standing = row.standing;
    }
  }

  async loadNames(): Promise<void> {
    // Only suggestions: without them a person types the name.
    this.names = await this.#door.call('names_list', {}).catch(() => this.names);
  }

  /** The one draft of an article: two of them would overwrite each other. */
  async #draft(id: string): Promise<Draft> {
    const known = this.#drafts().find((draft) => draft.id === id);
    if (known) return known;
    const article = await this.#door.call('article_get', { id });
    const draft = new Draft(
      this.#door,
      article,
      (row) => this.put(row),
      (edit) => this.#edited(id, edit),
    );
    if (this.#ended) void draft.saver.end();
    return draft;
  }

  #edited(id: string, { name, field, typed, before, after, said }: FieldEdit): void {
    const put = (patch: ArticlePatch) => this.restore(id, patch);
    if (said !== null) {
      const action = { name, undo: () => put(before), redo: () => put(after) };
      this.#history.done(action, said);
      return;
    }
    if (!typed) this.#history.settle();
    this.#history.edited({ name, field: `${id}.${field}`, before, after, put });
    if (!typed) this.#history.settle();
  }

  /** Works on an article, whether it is seen on the screen or not. */
  async #inPassing(id: string, work: (draft: Draft, seen: boolean) => Promise<void>): Promise<void> {
    const draft = await this.#draft(id);
    const seen = this.#drafts().includes(draft);
    const passing = !seen;
    if (passing) this.#passing = [...this.#passing, draft];
    try {
      await work(draft, seen);
    } finally {
      if (passing) {
        this.#passing = this.#passing.filter((other) => other !== draft);
        // Nobody would see it tried again, and it would go on the site some time later.
        void draft.saver.end();
      }
    }
  }

  /** Resolves when a change is kept, with the status that was asked for. */
  async #keep(draft: Draft, change: () => void, wanted?: Article['status']): Promise<void> {
    change();
    await draft.saver.flush();
    const { status } = draft.saver;
    if (status.kind === 'failed') throw status.problem;
    if (wanted === 'ready' && draft.status !== 'ready') {
      throw new Refusal({ code: 'invalid', ...words.editor.notReady });
    }
  }

  #drafts(): Draft[] {
    const open = this.#open === null ? [] : [this.#open];
    return [...open, ...this.unkept, ...this.#passing];
  }

  async #create(): Promise<Article> {
    const article = await this.#door.call('article_create', {});
    this.#created.add(article.id);
    this.add(rowOf(article));
    return article;
  }

  /** Begun, and left as it was. */
  #superfluous(draft: Draft): boolean {
    return this.#created.has(draft.id) && !this.#removed.has(draft.id) && !draft.given;
  }

  async #remove(draft: Draft): Promise<void> {
    const { id } = draft;
    this.#removed.add(id);
    this.list.hide(id);
    await draft.saver.end();
    try {
      await this.#door.call('article_delete', { id });
      await this.#door.call('article_remove', { id });
    } catch {
      // It is still there: no loss, one blank article more.
      this.#removed.delete(id);
      if (!this.#ended) this.list.unhide(id);
    }
    this.#changed();
  }
}
