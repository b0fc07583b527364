// The list of articles: the order of all of them, and what is shown of those in sight.

import { SvelteMap } from 'svelte/reactivity';

import {
  type ArticleRow,
  type ArticlesListed,
  type Door,
  type FoundArticle,
  type Order,
  Refusal,
} from '../api';
import { Latest } from '../latest';
import { words } from '../words';
import { asked, everything, type Filters } from './filters';
import { Selection } from './selection.svelte';

/** Rows beyond those in sight that are asked for with them. */
const BEYOND = 60;
/** More rows than this are not kept. */
const MOST = 2000;

interface Answer extends ArticlesListed {
  revision: number;
  query: string;
}

/** Where the person was in the list. */
export interface Place {
  /** Pixels that were scrolled. */
  top: number;
  /** The article whose row had the focus. */
  id: string | null;
}

export class Listing {
  query = $state('');
  filters: Filters = $state.raw(everything);
  /** All that are in the list, in their order; nothing before the first answer. */
  ids: readonly string[] | null = $state.raw(null);
  /** How many articles there are, in the list or not. */
  total = $state(0);
  problem: Refusal | null = $state.raw(null);
  readonly selection = new Selection();
  /** What is looked for in what is shown. */
  shown = $state('');
  place: Place = { top: 0, id: null };

  #door: Door;
  #asking: Latest<Answer>;
  #order: Order = $state('changed');
  #orderFound: Order = $state('fit');
  #rows = new SvelteMap<string, FoundArticle>();
  /** Rows that need not be asked for. */
  // Nobody has to be told.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #fresh = new Set<string>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #hidden = new Set<string>();
  #sight = { from: 0, to: 0 };
  #filling = false;
  #onScreen = false;

  constructor(door: Door) {
    this.#door = door;
    this.#asking = new Latest<Answer>({
      ask: (revision) => this.#ask(revision),
      show: (answer) => this.#show(answer),
      fail: (thrown) => (this.problem = Refusal.from(thrown, words.errors.host)),
    });
  }

  /** Is anything looked for? */
  get searching(): boolean {
    return this.query.trim() !== '';
  }

  get filtered(): boolean {
    return Object.values(this.filters).some((value) => value !== null);
  }

  /** Are only some of all shown? */
  get narrowed(): boolean {
    return this.searching || this.filtered;
  }

  /** What is looked for comes in an order of its own. */
  get order(): Order {
    return this.searching ? this.#orderFound : this.#order;
  }

  /** What is shown of an article; nothing while it is not known. */
  row(id: string): FoundArticle | null {
    return this.#rows.get(id) ?? null;
  }

  look(query: string): void {
    this.query = query;
    if (!this.searching) this.#orderFound = 'fit';
    this.again();
  }

  filter(change: Partial<Filters>): void {
    this.filters = { ...this.filters, ...change };
    this.again();
  }

  sort(order: Order): void {
    if (this.searching) this.#orderFound = order;
    else this.#order = order;
    this.again();
  }

  /** Shows all that are so, whatever was looked for before. */
  only(filters: Partial<Filters>): void {
    this.filters = { ...everything, ...filters };
    this.place = { top: 0, id: null };
    this.look('');
  }

  clear(): void {
    this.filters = everything;
    this.look('');
  }

  /** Shows all from the first on, if only some are shown; else the person finds their place again. */
  all(): void {
    if (this.narrowed) this.only({});
  }

  /** The list came on the screen. Returns how to say that it left. */
  enter(): () => void {
    this.#onScreen = true;
    return () => {
      this.#onScreen = false;
      this.selection.clear();
    };
  }

  /** Asks as `again` does, and resolves when the newest answer is shown. */
  async load(): Promise<void> {
    await this.#asking.newest();
    if (this.problem !== null) throw this.problem;
  }

  /** The articles may have changed. */
  again(): void {
    this.#asking.wake();
  }

  /** Something of the articles changed that was not done to them. Who is not looking asks anyway when they come. */
  changedElsewhere(): void {
    if (this.#onScreen) this.again();
  }

  /** These rows are on the screen. */
  inSight(from: number, to: number): void {
    this.#sight = { from, to };
    void this.#fill();
  }

  /** An article was changed. */
  put(row: ArticleRow): void {
    if (this.#rows.has(row.id)) this.#rows.set(row.id, { row, title: [], place: [] });
    this.#fresh.delete(row.id);
    if (this.#onScreen) this.again();
  }

  add(row: ArticleRow): void {
    // An answer that was on its way may have it already.
    if (!this.ids?.includes(row.id)) this.total += 1;
    this.ids = this.ids && [row.id, ...without(this.ids, [row.id])];
    this.#rows.set(row.id, { row, title: [], place: [] });
    if (this.#onScreen) this.again();
  }

  /** Articles are gone: they need not be asked for. */
  drop(ids: readonly string[]): void {
    this.ids = this.ids && without(this.ids, ids);
    this.total = Math.max(0, this.total - ids.length);
    this.selection.keep(this.ids ?? []);
    if (this.#onScreen) this.again();
  }

  /** An article is about to be removed: no answer shows it any more. */
  hide(id: string): void {
    this.#hidden.add(id);
    this.drop([id]);
  }

  unhide(id: string): void {
    this.#hidden.delete(id);
    this.again();
  }

  async #ask(revision: number): Promise<Answer> {
    const { query } = this;
    const request = asked(this.filters, query, this.order, Date.now());
    return { revision, query, ...(await this.#door.call('articles_list', request)) };
  }

  #show({ ids, first, total, query }: Answer): void {
    this.ids = without(ids, [...this.#hidden]);
    this.total = total;
    this.shown = query;
    this.problem = null;
    this.#fresh.clear();
    this.#take(first);
    this.selection.keep(this.ids);
    void this.#fill();
  }

  #take(found: FoundArticle[]): void {
    if (this.#rows.size > MOST) this.#forget();
    for (const one of found) {
      this.#rows.set(one.row.id, one);
      this.#fresh.add(one.row.id);
    }
  }

  /** What is far out of sight is asked for again when it comes back. */
  #forget(): void {
    for (const id of without([...this.#rows.keys()], this.#near())) {
      this.#rows.delete(id);
      this.#fresh.delete(id);
    }
  }

  #near(): readonly string[] {
    const { from, to } = this.#sight;
    return (this.ids ?? []).slice(Math.max(0, from - BEYOND), to + BEYOND);
  }

  /** What is missing in sight must be there at once; what is near may come with it. */
  #missing(): string[] {
    const { from, to } = this.#sight;
    const fresh = (id: string) => this.#fresh.has(id);
    if ((this.ids ?? []).slice(Math.max(0, from - BEYOND / 2), to + BEYOND / 2).every(fresh)) return [];
    return this.#near().filter((id) => !fresh(id));
  }

  async #fill(): Promise<void> {
    if (this.#filling) return;
    this.#filling = true;
    try {
      for (let missing = this.#missing(); missing.length > 0; missing = this.#missing()) {
        const { ids, shown } = this;
        const { articles } = await this.#door.call('articles_rows', { ids: missing, words: shown });
        // Another list, in which other words may be marked.
        if (ids !== this.ids) continue;
        this.#take(articles);
        // Removed meanwhile: the next list is without them.
        for (const id of missing) this.#fresh.add(id);
      }
    } catch (thrown) {
      this.problem = Refusal.from(thrown, words.errors.host);
    } finally {
      this.#filling = false;
    }
  }
}

function without(ids: readonly string[], gone: readonly string[]): readonly string[] {
  if (gone.length === 0) return ids;
  // Ten thousand may be gone from among ten thousand.
  const set = new Set(gone);
  return ids.filter((id) => !set.has(id));
}
