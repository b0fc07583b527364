import { type Article, type ArticlePatch, type ArticleRow, type Door, type Names, Refusal } from '../api';
import { words } from '../words';
import { Draft, rowOf, type Words } from './draft.svelte';
import type { FieldEdit } from './edits';
import { Held, problemOf } from './held.svelte';
import { type Action, History } from './history.svelte';
import { type Lack, lacking } from './lacking';
import { linkedFrom } from './linking';
import type { NotSaved } from '../saving';
import { paths } from './paths';
import { isDamage, type Typed } from './typed';
import { Listing } from './listing.svelte';

/** The earlier versions of an article that are on the screen. */
export interface ShownVersions {
  article: string;
  refresh: () => Promise<void>;
}

/** The list of articles, and those that are being written. */
export class Articles {
  names: Names = $state.raw({ topics: [], people: [] });
  readonly list: Listing;
  /** While they are looked at. */
  versionsShown: ShownVersions | null = null;

  #door: Door;
  #changed: () => void;
  #history: History;
  #drafts: Held<Draft>;
  #creating: Promise<Article> | null = null;
  /** Begun since the library was opened. */
  // Nobody has to be told.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #created = new Set<string>();
  /** Removed again because nobody gave them anything. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #removed = new Set<string>();
  #deciding = false;
  #ended = false;

  constructor(door: Door, changed: () => void, history = new History()) {
    this.#door = door;
    this.#history = history;
    this.list = new Listing(door);
    this.#drafts = new Held((id) => this.#load(id));
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

  /** The article, ready to be written in until `leave`. What could not be kept before is found again. */
  async open(id: string): Promise<Draft> {
    if (this.#removed.has(id)) throw new Refusal({ code: 'not_found', ...words.errors.noSuchArticle });
    const draft = await this.#drafts.open(id);
    void this.loadNames();
    return draft;
  }

  /** The person turned to something else. */
  leave(draft: Draft): Promise<void> {
    const last = draft.held.open === 1 && draft.held.passing === 0 && !this.#ended;
    return last && this.#superfluous(draft) ? this.#remove(draft) : this.#drafts.leave(draft);
  }

  /** What keeps an article from going on the site. */
  async lack(id: string): Promise<Lack | null> {
    return lacking(this.#drafts.find(id) ?? (await this.#door.call('article_get', { id })));
  }

  markReady(id: string): Promise<void> {
    return this.#drafts.inPassing(id, async (draft) => {
      draft.change({ status: 'ready' });
      if (!(await draft.saver.flush())) throw problemOf(draft);
      checkStatus(draft, 'ready');
    });
  }

  /** Changes an article as a person does, wherever the person is meanwhile. */
  change(id: string, patch: ArticlePatch): Promise<void> {
    return this.#inPassing(id, (draft) => draft.change(patch), patch.status);
  }

  /** Undoes or does again what was done to the fields of an article, wherever the person is meanwhile. */
  restore(id: string, patch: ArticlePatch): Promise<void> {
    return this.#inPassing(id, (draft) => draft.restore(patch), patch.status);
  }

  /**
   * Makes an earlier version, or the paragraph of one row, the article's words, if those of `onto` still stand there.
   * Resolves to what stands there now.
   */
  bringVersionBack(id: string, version: number, row: number | null, onto: Words): Promise<Words> {
    return this.#drafts.inPassing(id, async (draft) => {
      const ask = (baseRevision: number) =>
        this.#door.call('version_bring_back', { article: id, version, row, baseRevision });
      const brought = await draft.replace(ask, onto);
      if (brought === null) throw problemOf(draft);
      return brought;
    });
  }

  /** Where two changed the same: what stands in the window goes on. */
  keepMine(draft: Draft): Promise<void> {
    return this.#decide(() => draft.keepMine());
  }

  /** Where two changed the same: what stands in the library goes on. */
  takeOther(draft: Draft): Promise<void> {
    return this.#decide(() => draft.takeOther());
  }

  get unsaved(): boolean {
    return this.#drafts.unsaved;
  }

  get notSaved(): NotSaved[] {
    const failed = this.#drafts.all.filter(({ saver }) => saver.status.kind === 'failed');
    return failed.map(({ id, title }) => ({
      what: words.save.articleNotSaved(title || words.articles.untitled),
      path: paths.article(id),
      seek: () => undefined,
    }));
  }

  get damaged(): boolean {
    return this.#drafts.all.some(({ saver }) => isDamage(saver.status));
  }

  /** The words that stand in the window, but for those of articles that nobody gave anything. */
  get typed(): Typed['articles'] {
    const given = this.#drafts.all.filter((draft) => draft.given);
    return given.map(({ id, title, summary, text, topics, author, published }) => ({
      id,
      patch: { title, summary, text, topics, author, published },
    }));
  }

  /** Makes these the words of an article, or of a new one where it is not here. Resolves to which one. */
  async takeUp(id: string, patch: ArticlePatch): Promise<string> {
    const draft = await this.#drafts.open(id).catch(async (thrown: unknown) => {
      if (!(thrown instanceof Refusal) || thrown.code !== 'not_found') throw thrown;
      return this.#drafts.open((await this.#create()).id);
    });
    draft.restore(patch);
    await this.#drafts.leave(draft);
    return draft.id;
  }

  /** Sends everything that is not kept yet. Resolves to whether all of it is kept now. */
  flush(): Promise<boolean> {
    return this.#drafts.flush();
  }

  /** The library is left: no draft is sent any more. */
  async end(): Promise<void> {
    this.#ended = true;
    const drafts = this.#drafts.all;
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
    const { topics, people } = this.names;
    const known = row.topics.every((topic) => topics.includes(topic));
    if (!known || (row.author !== null && !people.includes(row.author))) void this.loadNames();
    this.#changed();
  }

  /** Sends what is not kept yet of one article. Resolves to whether all of it is kept now. */
  async settle(id: string): Promise<boolean> {
    const draft = this.#drafts.find(id);
    return draft === undefined || draft.saver.flush();
  }

  /** The library changed articles by itself: whoever has one of them open sees it. */
  async changedElsewhere(): Promise<void> {
    await this.#drafts.follow();
    await this.load();
  }

  /** The articles are in the bin, as they were kept. */
  drop(...ids: string[]): void {
    for (const id of ids) this.#drafts.drop(id);
    this.list.drop(ids);
    this.#changed();
  }

  /** Articles came out of the bin: they stand where they stood. */
  bringBack(...rows: ArticleRow[]): void {
    this.list.total += rows.length;
    this.list.again();
    this.#changed();
  }

  /** Articles are not what they were, or stand in another place: several were changed at once, or exported. */
  async standElsewhere(): Promise<void> {
    this.list.again();
    this.#changed();
    await this.#drafts.follow();
  }

  /** Topics or people are called otherwise, or are gone or back: whoever has an article open sees it. */
  async namesChanged(): Promise<void> {
    this.list.changedElsewhere();
    this.#changed();
    await Promise.all([this.#drafts.follow(), this.loadNames()]);
  }

  async loadNames(): Promise<void> {
    // Only suggestions: without them a person types the name.
    const { topics, people } = await this.#door.call('names_list', {}).catch(() => this.names);
    // Two people may have one name.
    this.names = { topics: distinct(topics), people: distinct(people) };
  }

  async #load(id: string): Promise<Draft> {
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
    if (after.status === 'draft') {
      this.#leaves(id, { name, undo: () => put(before), redo: () => put(after) });
      return;
    }
    this.#history.edited({ name, field: `${id}.${field}`, before, after, put });
    if (!typed) this.#history.settle();
  }

  /** An article became a draft: whoever links to it will lead nowhere. */
  #leaves(id: string, action: Action): void {
    this.#history.done(action);
    void linkedFrom(this.#door, [id]).then((links) => {
      if (links !== '') this.#history.announce(action, `${words.history.isDraft} ${links}`);
    });
  }

  /** Resolves when a change is kept, with the status that was asked for. */
  #inPassing(id: string, change: (draft: Draft) => void, wanted?: Article['status']): Promise<void> {
    return this.#drafts.inPassing(id, async (draft) => {
      // Whether it is kept, the window says of an article that a person sees, or wrote in.
      const seen = () => draft.held.seen;
      change(draft);
      if (seen()) return;
      const kept = await draft.saver.flush();
      if (seen()) return;
      if (!kept) throw problemOf(draft);
      checkStatus(draft, wanted);
    });
  }

  /** Once, however often a button is pressed. */
  async #decide(work: () => Promise<boolean>): Promise<void> {
    if (this.#deciding) return;
    this.#deciding = true;
    try {
      if (await work()) this.#history.say(words.save.isAside);
    } catch (thrown) {
      this.#history.fail(Refusal.from(thrown, words.errors.host));
    } finally {
      this.#deciding = false;
    }
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
    this.#drafts.drop(id);
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

const distinct = (names: readonly string[]) => [...new Set(names)];

/** An article without words stays a draft. */
function checkStatus({ status }: Draft, wanted: Article['status'] | undefined): void {
  if (wanted !== 'ready' || status === 'ready') return;
  throw new Refusal({ code: 'invalid', ...words.editor.notReady });
}
