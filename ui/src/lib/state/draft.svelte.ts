// One article that is being written.

import {
  type Article,
  type ArticlePatch,
  type ArticleRow,
  type Door,
  type PreviewDraft,
  Refusal,
} from '../api';
import { words } from '../words';
import { editOf, type FieldEdit, type Fields } from './edits';
import { Needs } from './held.svelte';
import { isBlank, lacking } from './lacking';
import { Saver } from './saver.svelte';
import { isSame, Unanswered } from './unanswered';

/** What a version holds of an article. */
export type Words = Pick<Article, 'title' | 'summary' | 'text'>;

type Patched = keyof Required<ArticlePatch>;

/** The text is deliberately not reactive: a key press in the editor wakes only those who `watch`. */
export class Draft {
  readonly id: string;
  readonly saver: Saver<ArticlePatch>;
  readonly held = new Needs();

  title = $state('');
  summary = $state('');
  topics: string[] = $state.raw([]);
  author: string | null = $state(null);
  hero: Article['hero'] = $state.raw(null);
  status: Article['status'] = $state('draft');
  published: string | null = $state(null);
  /** As of when it was kept last. */
  standing: Article['standing'] = $state('draft');
  /** Read-only here: the host derives it. */
  address = $state('');
  text = '';
  /** It was to go on the site, and has no title or no text. */
  notReady = $state(false);
  /** Was there ever anything in it? */
  given = false;
  /** Grows when the text was replaced from outside the editor. */
  replaced = $state(0);

  #door: Door;
  #kept: (row: ArticleRow) => void;
  #edited: (edit: FieldEdit) => void;
  /** The author before a name was typed. */
  #authorBefore: string | null | undefined;
  /** The article as the library has it. */
  #stored: Article;
  /** What the library may have as well. */
  #unanswered = new Unanswered<ArticlePatch>();
  // Nobody has to be told who watches.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #watchers = new Set<() => void>();

  /** `edited` is told what was done outside the text, and the way back. */
  constructor(
    door: Door,
    article: Article,
    kept: (row: ArticleRow) => void,
    edited: (edit: FieldEdit) => void = () => undefined,
  ) {
    this.#door = door;
    this.#kept = kept;
    this.#edited = edited;
    this.#stored = article;
    this.id = article.id;
    this.saver = new Saver((patch) => this.#send(patch));
    // An editor that is yet to come begins with this text: nothing is replaced for it.
    this.text = article.text;
    this.#adopt(article);
  }

  /** The one way in which a person changes an article. What would put one without words on the site is not taken at all. */
  change(patch: ArticlePatch): void {
    this.notReady = patch.status === 'ready' && lacking({ ...this.page(), ...patch }) !== null;
    if (this.notReady) return;
    const edit = editOf(this.#fields(), patch);
    if (edit !== null) this.#edited(edit);
    this.#change(patch);
  }

  /** Makes fields what they were before: the way back of an edit, or the way there once more. */
  restore(patch: ArticlePatch): void {
    this.notReady = false;
    this.#change(patch);
  }

  /** A name that is being typed: each pause would otherwise make a person of its first letters. `settleAuthor` keeps it. */
  typeAuthor(typed: string): void {
    if (this.#authorBefore === undefined) this.#authorBefore = this.author;
    this.author = typed === '' ? null : typed;
    this.#note();
    this.saver.hold({ author: typed.trim() || null });
    this.#tell();
  }

  settleAuthor(): void {
    const before = this.#authorBefore;
    this.#authorBefore = undefined;
    this.author = this.author?.trim() || null;
    this.saver.release();
    if (before === undefined || before === this.author) return;
    const edit = editOf({ ...this.#fields(), author: before }, { author: this.author });
    if (edit !== null) this.#edited(edit);
  }

  /** Calls `changed` after every change; returns how to stop that. */
  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  /** What the page is made of. */
  page(): PreviewDraft {
    const { title, summary, text, topics, author, hero, published } = this;
    return { title, summary, text, topics, author, hero, published };
  }

  /** The same was changed elsewhere too, and what stands here wins. Resolves to whether the other words are a version now. */
  async keepMine(): Promise<boolean> {
    const newest = await this.#door.call('article_get', { id: this.id });
    const aside = await this.#setAside(newest, this);
    this.#become(newest, this.saver.unacknowledged);
    await this.saver.flush();
    return aside;
  }

  /** The same was changed elsewhere too, and what stands there wins. Resolves to whether the words of here are a version now. */
  async takeOther(): Promise<boolean> {
    const newest = await this.#door.call('article_get', { id: this.id });
    let aside: boolean;
    let mine: Words;
    do {
      mine = wordsOf(this);
      aside = await this.#setAside(mine, newest);
      // Somebody may go on typing meanwhile.
    } while (!isSameWords(mine, this));
    this.saver.discard();
    this.#become(newest);
    return aside;
  }

  /** The library changed the article by itself. */
  async follow(): Promise<void> {
    this.#follow(await this.#door.call('article_get', { id: this.id }));
  }

  /**
   * The library makes other words of the article, such as those of an earlier version: `ask` is told the revision that
   * stands here, and answers what the article became. Nothing is asked while what stands here can't be kept, and nothing
   * where other words than those of `onto` stand here by now. Resolves to what was answered, if it was asked.
   */
  async replace(
    ask: (baseRevision: number) => Promise<Article>,
    onto: Words | null = null,
  ): Promise<Article | null> {
    if (!(await this.saver.flush())) return null;
    if (onto !== null && !isSameWords(this.#stored, onto)) {
      throw new Refusal({ code: 'not_found', ...words.versions.writtenSince });
    }
    const article = await ask(this.#stored.revision);
    this.#kept(rowOf(article));
    this.#follow(article);
    // It may have been typed in meanwhile.
    if (this.saver.unsaved) await this.saver.flush();
    return article;
  }

  async #setAside(words: Words, taken: Words): Promise<boolean> {
    if (isSameWords(words, taken)) return false;
    await this.#door.call('version_set_aside', { article: this.id, ...wordsOf(words) });
    return true;
  }

  /** Nothing takes the place of what is not kept yet: its saving meets the other revision, and merges or asks the person. */
  #follow(newest: Article): void {
    const { revision } = this.#stored;
    if (newest.revision === revision) this.standing = newest.standing;
    else if (newest.revision > revision && !this.saver.unsaved) this.#become(newest);
  }

  /** What is in `except` stands here otherwise, and is yet to be kept. */
  #become(article: Article, except: ArticlePatch = {}): void {
    this.#store(article);
    this.#adopt(article, except);
    this.#tell();
  }

  async #send(patch: ArticlePatch): Promise<void> {
    try {
      await this.#saveOrMerge(patch);
    } catch (thrown) {
      const refused = thrown instanceof Refusal && thrown.code === 'invalid' && thrown.field === 'status';
      const { status, ...rest } = patch;
      if (!refused || status !== 'ready' || this.saver.ended) throw thrown;
      // It stays a draft; all else that was changed is kept.
      this.status = 'draft';
      this.notReady = true;
      if (Object.keys(rest).length > 0) await this.#saveOrMerge(rest);
    }
  }

  async #saveOrMerge(patch: ArticlePatch): Promise<void> {
    const base = this.#stored;
    try {
      await this.#save(patch);
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'stale') throw thrown;
      const newest = await this.#door.call('article_get', { id: this.id });
      const mine = { ...patch, ...this.saver.waiting };
      // Meanwhile a person may have decided between the two.
      if (this.saver.ended || this.#stored !== base || !this.#isUntouched(mine, newest)) throw thrown;
      // Somebody changed other fields, or the answer to an earlier save was lost: all changes can stand.
      this.#become(newest, mine);
      await this.#save(patch);
    }
  }

  async #save(patch: ArticlePatch): Promise<void> {
    const baseRevision = this.#stored.revision;
    const asked = this.published;
    const save = this.#door.call('article_save', { id: this.id, baseRevision, patch });
    const { revision, row, address, published } = await this.#unanswered.until(save, patch);
    // Topics and authors are called there what they were called first.
    const { topics, author } = row;
    this.#store({ ...this.#stored, ...patch, topics, author, revision, address, published });
    this.address = address;
    this.standing = row.standing;
    // An article that becomes ready is given a date, unless the person is giving it another one.
    if (published !== asked && this.published === asked) this.#date(published);
    this.#kept(row);
  }

  #store(article: Article): void {
    this.#stored = article;
    this.#unanswered.forget();
  }

  /** Are the fields of `patch` in `newest` still as they were when they began to be changed here, or as they were sent? */
  #isUntouched(patch: ArticlePatch, newest: Article): boolean {
    const same = (field: Patched) =>
      isSame(newest[field], this.#stored[field]) ||
      isSame(newest[field], patch[field]) ||
      this.#unanswered.holds(
        field,
        newest[field],
        field === 'topics' || field === 'author' ? asNamed : undefined,
      );
    return (Object.keys(patch) as Patched[]).every(same);
  }

  #date(published: string | null): void {
    this.published = published;
    this.#tell();
  }

  #fields(): Fields {
    const { title, summary, topics, author, hero, status, published } = this;
    return { title, summary, topics, author, hero, status, published };
  }

  #change(patch: ArticlePatch): void {
    Object.assign(this, patch);
    this.#note();
    this.saver.change(patch);
    this.#tell();
  }

  #note(): void {
    this.given ||= !isBlank(this);
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }

  #adopt(article: Article, except: ArticlePatch = {}): void {
    const { title, summary, text, topics, author, hero, status, standing, published, address } = article;
    const textBefore = this.text;
    Object.assign(this, {
      title,
      summary,
      text,
      topics,
      author,
      hero,
      status,
      standing,
      published,
      address,
      ...except,
    });
    this.#note();
    if (this.text !== textBefore) this.replaced += 1;
  }
}

function wordsOf({ title, summary, text }: Words): Words {
  return { title, summary, text };
}

function isSameWords(one: Words, other: Words): boolean {
  return one.title === other.title && one.summary === other.summary && one.text === other.text;
}

/** One name or several, as the library tells them apart. */
function asNamed(value: unknown): unknown {
  const names = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  return [...new Set(names.map((name) => name.trim().toLowerCase()))].filter((name) => name !== '');
}

/** What a list shows of an article. */
export function rowOf(article: Article): ArticleRow {
  const { id, title, summary, status, standing, topics, author, changed, published } = article;
  return { id, title, summary, status, standing, topics, author, changed, published };
}
