import { type Door, type FoundArticle, Refusal } from '../api';
import { Latest } from '../preview/latest';
import { words } from '../words';

interface Answer {
  revision: number;
  query: string;
  articles: FoundArticle[];
}

/** What a person looks for among the articles, and what was found. */
export class Search {
  query = $state('');
  /** The best first; nothing while nothing is looked for, and before the first answer. */
  found: FoundArticle[] | null = $state.raw(null);
  problem: Refusal | null = $state.raw(null);

  #asking: Latest<Answer>;

  constructor(door: Door) {
    this.#asking = new Latest<Answer>({
      ask: async (revision) => {
        const query = this.query;
        if (query.trim() === '') return { revision, query, articles: [] };
        return { revision, query, ...(await door.call('articles_search', { words: query })) };
      },
      show: (answer) => this.#show(answer),
      fail: (thrown) => {
        if (this.active) this.problem = Refusal.from(thrown, words.errors.host);
      },
    });
  }

  /** Is anything looked for? */
  get active(): boolean {
    return this.query.trim() !== '';
  }

  look(query: string): void {
    this.query = query;
    if (!this.active) {
      this.found = null;
      this.problem = null;
    }
    this.again();
  }

  clear(): void {
    this.look('');
  }

  /** The articles may have changed. */
  again(): void {
    this.#asking.wake();
  }

  /** An article is gone: it need not be asked for. */
  drop(id: string): void {
    if (this.found !== null) this.found = this.found.filter(({ row }) => row.id !== id);
  }

  /** An answer to what is no longer asked is dropped: the newer one follows at once. */
  #show({ query, articles }: Answer): void {
    if (query !== this.query) return;
    this.found = this.active ? articles : null;
    this.problem = null;
  }
}
