// For the tests of the state only: a host that answers what the test says.

import {
  type AppEvent,
  type Article,
  type Commands,
  type Door,
  type FoundArticle,
  type ListedPicture,
  type Picture,
  type Practice,
  Refusal,
} from '../api';
import type { CommandName } from '../api/door';
import type { Articles } from './articles.svelte';
import { rowOf } from './draft.svelte';

export const article = (changes: Partial<Article> = {}): Article => ({
  id: 'a1',
  revision: 1,
  title: 'Sleep',
  summary: '',
  text: 'One.',
  topics: [],
  author: null,
  hero: null,
  status: 'draft',
  standing: 'draft',
  published: null,
  address: 'sleep',
  changed: '2026-06-15T12:00:00Z',
  ...changes,
});

export const listedPicture = (changes: Partial<Picture> = {}, uses = 0): ListedPicture => ({
  picture: {
    id: 'p1',
    reference: `picture:${changes.id ?? 'p1'}`,
    fileName: 'door.jpg',
    width: 1600,
    height: 900,
    alt: '',
    shown: `media/${changes.id ?? 'p1'}`,
    thumb: `thumb/${changes.id ?? 'p1'}`,
    animated: false,
    format: 'jpeg',
    bytes: 100_000,
    added: '2026-06-15T12:00:00Z',
    ...changes,
  },
  uses,
});

export const facts: Practice = {
  name: 'Alder',
  tagline: '',
  kind: 'MedicalClinic',
  phone: '',
  email: '',
  bookingUrl: '',
  siteUrl: '',
  address: { street: '', city: '', region: '', postalCode: '', country: '' },
  hours: { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null },
};

const found = (one: Article): FoundArticle => ({ row: rowOf(one), title: [], place: [] });

/** The titles in the list, from its top. */
export const titlesIn = ({ list }: Articles) => list.ids?.map((id) => list.row(id)?.row.title);

export const refusal = (code: Refusal['code']) => new Refusal({ code, message: 'No.', hint: 'Later.' });

type Answers = {
  [Name in CommandName]?: (
    request: Commands[Name]['request'],
  ) => Commands[Name]['answer'] | Promise<Commands[Name]['answer']>;
};

/** Keeps articles as the library does: a save on an old revision is stale. */
export class FakeDoor implements Door {
  readonly previewBase = '/preview/';
  readonly calls: string[] = [];
  readonly articles = new Map<string, Article>();
  readonly binned = new Map<string, Article>();
  /** The words that were kept as a version without having stood in an article. */
  readonly aside: string[] = [];
  /** Refuses every save while it is set. */
  failing: Refusal | null = null;
  /** Articles are saved while it is set, and nobody hears of it. */
  loseAnswers = false;
  answers: Answers = {};
  #late = new Map<CommandName, Promise<void>>();

  readonly call: Door['call'] = (name, request) => {
    this.calls.push(name);
    const given = this.#answer(name, request);
    const late = this.#late.get(name);
    // What is refused is refused late, too.
    return late === undefined ? given : Promise.allSettled([given, late]).then(() => given);
  };

  /** From now on, the answers to `name` are made at once and arrive only when what this returns was called. */
  late(name: CommandName): () => void {
    let arrive: () => void = () => undefined;
    this.#late.set(name, new Promise((resolve) => (arrive = resolve)));
    return () => {
      this.#late.delete(name);
      arrive();
    };
  }

  #answer: Door['call'] = async (name, request) => {
    await Promise.resolve();
    const answer = this.answers[name] ?? this.#usual[name];
    if (answer === undefined) throw new Error(`the test has no answer to ${name}`);
    return answer(request);
  };

  #usual: Answers = {
    articles_list: () => {
      const all = [...this.articles.values()].sort((a, b) => b.changed.localeCompare(a.changed));
      return { ids: all.map(({ id }) => id), first: all.map(found), total: all.length };
    },
    articles_rows: ({ ids }) => {
      const there = ids.flatMap((id) => this.articles.get(id) ?? []);
      return { articles: there.map(found) };
    },
    articles_delete: ({ ids }) => {
      const there = ids.flatMap((id) => this.articles.get(id) ?? []);
      for (const one of there) {
        this.binned.set(one.id, one);
        this.articles.delete(one.id);
      }
      return { ids: there.map(({ id }) => id) };
    },
    articles_restore: ({ ids }) => {
      const restored = ids.map((id) => this.#outOfBin(id));
      for (const one of restored) this.articles.set(one.id, one);
      return { articles: restored.map(rowOf) };
    },
    articles_linking: () => ({ articles: [] }),
    article_get: ({ id }) => this.#article(id),
    article_delete: ({ id }) => {
      this.binned.set(id, this.#article(id));
      this.articles.delete(id);
      return {};
    },
    article_restore: ({ id }) => {
      const article = this.#outOfBin(id);
      this.articles.set(id, article);
      return rowOf(article);
    },
    article_remove: ({ id }) => {
      this.#outOfBin(id);
      return {};
    },
    bin_list: () => ({
      articles: [...this.binned.values()].map(({ id, title, changed }) => ({
        id,
        title,
        binned: changed,
        until: changed,
      })),
      pictures: [],
      topics: [],
      people: [],
    }),
    countries_list: () => ({ codes: ['CA', 'US'] }),
    pictures_list: () => ({ pictures: [] }),
    topics_list: () => ({ topics: [] }),
    people_list: () => ({ people: [] }),
    names_list: () => ({ topics: [], people: [] }),
    version_set_aside: ({ text }) => {
      if (this.failing !== null) throw this.failing;
      this.aside.push(text);
      return { id: 1, kept: '2026-06-15T12:00:00Z', reason: 'set-aside', name: null, added: 1, removed: 0 };
    },
    article_save: ({ id, baseRevision, patch }) => {
      if (this.failing !== null) throw this.failing;
      const stored = this.#article(id);
      if (stored.revision !== baseRevision) throw refusal('stale');
      const published =
        patch.status === 'ready' && stored.published === null ? '2026-06-15' : stored.published;
      const now = { ...stored, published, ...patch, revision: stored.revision + 1 };
      this.articles.set(id, now);
      if (this.loseAnswers) throw refusal('internal');
      return { revision: now.revision, row: rowOf(now), address: now.address, published: now.published };
    },
  };

  #article(id: string): Article {
    const stored = this.articles.get(id);
    if (stored === undefined) throw refusal('not_found');
    return stored;
  }

  #outOfBin(id: string): Article {
    const binned = this.binned.get(id);
    if (binned === undefined) throw refusal('not_found');
    this.binned.delete(id);
    return binned;
  }

  /** What somebody else does to an article. */
  changeElsewhere(id: string, changes: Partial<Article>): void {
    const stored = this.#article(id);
    this.articles.set(id, { ...stored, ...changes, revision: stored.revision + 1 });
  }

  addPicture: Door['addPicture'] = () => Promise.reject(refusal('picture_refused'));

  readonly importArticle: Door['importArticle'] = async (file, fileName) => {
    const text = await file.text();
    if (text.includes('\0')) throw refusal('invalid');
    const made = article({ id: fileName, title: fileName, text });
    this.articles.set(made.id, made);
    return { row: rowOf(made), notes: text.includes('![') ? ['picture'] : [] };
  };

  /** Tells the window that something happened. */
  tell: (event: AppEvent) => void = () => undefined;

  listen: Door['listen'] = (hear) => (this.tell = hear);
  beforeClosing = () => undefined;
}
