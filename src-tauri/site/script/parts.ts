// Fetches the files of the index. Each is a script that calls one function with its name and what it has: pages opened from
// the disk may load scripts, and nothing else.

/** `src/search/parts.rs` writes it. */
export interface First {
  /** How many pages can be found. */
  count: number;
  /** How many pages a file describes. */
  each: number;
  common: string;
  firsts: string;
  words: string;
  pages: string;
}

/** Title, folder, first words, date. */
export type Described = [title: string, folder: string, teaser: string, date: string];

/** What fetches the file `name`; `anew` is not empty where what the browser has kept of it will not do. */
export type Fetch = (name: string, anew: string) => Promise<unknown>;

const WORDS_NAME = 8;
const PAGES_NAME = 5;

export class Missing extends Error {
  constructor(readonly part: string) {
    super(part);
  }
}

/** An index as its first file says that it is. */
export class Index {
  readonly count: number;
  private readonly common: Set<string>;
  private readonly firsts: string[];
  private readonly kept = new Map<string, Promise<unknown>>();

  private constructor(
    private readonly first: First,
    private readonly fetch: Fetch,
  ) {
    this.count = first.count;
    this.common = new Set(first.common.split(' '));
    this.firsts = first.firsts === '' ? [] : first.firsts.split(' ');
  }

  static async open(fetch: Fetch, anew = ''): Promise<Index> {
    return new Index((await fetch('index', anew)) as First, fetch);
  }

  isCommon(word: string): boolean {
    return this.common.has(word);
  }

  /** The numbers of the files with the words from `first` to `last`. */
  files(first: string, last: string): [from: number, to: number] {
    return [Math.max(0, this.after(first) - 1), this.after(last)];
  }

  private after(word: string): number {
    const at = this.firsts.findIndex((first) => first > word);
    return at < 0 ? this.firsts.length : at;
  }

  /** The words of a file, each followed by its postings. */
  words(file: number): Promise<string[]> {
    const name = this.first.words.slice(WORDS_NAME * file, WORDS_NAME * (file + 1));
    return this.part(`words/${name}`) as Promise<string[]>;
  }

  async page(number: number): Promise<Described> {
    const file = Math.floor(number / this.first.each);
    const name = this.first.pages.slice(PAGES_NAME * file, PAGES_NAME * (file + 1));
    const pages = (await this.part(`pages/${file}-${name}`)) as Described[];
    const page = pages[number % this.first.each];
    if (page === undefined) throw new Missing(name);
    return page;
  }

  private part(name: string): Promise<unknown> {
    const known = this.kept.get(name);
    if (known !== undefined) return known;
    const asked = this.fetch(name, '').catch((error: unknown) => {
      // Whoever tries again is to have another chance.
      this.kept.delete(name);
      throw error;
    });
    this.kept.set(name, asked);
    return asked;
  }
}

/** Fetches files that lie beside the page. */
export function scripts(document: Document): Fetch {
  const awaited = new Map<string, (value: unknown) => void>();
  Object.assign(window, {
    pamphletSearch: (name: string, value: unknown) => awaited.get(name)?.(value),
  });
  return (name, anew) =>
    new Promise((done, failed) => {
      awaited.set(name, done);
      const script = document.createElement('script');
      script.src = `${name}.js${anew && `?${anew}`}`;
      script.onload = () => {
        script.remove();
        // Where it has called, this changes nothing.
        failed(new Missing(name));
      };
      script.onerror = () => {
        script.remove();
        failed(new Missing(name));
      };
      document.head.append(script);
    });
}
