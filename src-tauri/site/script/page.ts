// The search page: what is typed, what is found, and the address that leads back to it.

import { find, type Found } from './find.ts';
import { marked } from './marked.ts';
import { Index, Missing, type Described, type Fetch } from './parts.ts';
import { LOST, said } from './said.ts';

/** How many pages are shown at once. */
const SHOWN = 10;
/** How long somebody pauses who wants to see what there is, in milliseconds. */
const PAUSE = 250;

export class SearchPage {
  private readonly form: HTMLFormElement;
  private readonly field: HTMLInputElement;
  private readonly status: HTMLElement;
  private readonly results: HTMLElement;
  private readonly onward: HTMLElement;
  private readonly more: HTMLButtonElement;

  private index: Promise<Index> | undefined;
  /** Each search has a number: an answer that comes late is dropped. */
  private latest = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;
  /** What is being typed stands in the browser's history already. */
  private noted = false;
  private shown = SHOWN;
  private found: Found | undefined;

  constructor(
    private readonly document: Document,
    private readonly window: Window,
    private readonly fetch: Fetch,
  ) {
    const part = <T extends HTMLElement>(selector: string, kind: new () => T): T => {
      const element = document.querySelector(selector);
      if (!(element instanceof kind)) throw new Error(selector);
      return element;
    };
    this.form = part('main form', HTMLFormElement);
    this.field = part('#page_search', HTMLInputElement);
    this.status = part('#search_status', HTMLElement);
    this.results = part('#search_results', HTMLElement);
    this.onward = part('#search_onward', HTMLElement);
    this.more = part('#search_more', HTMLButtonElement);
  }

  start(): void {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.pause);
      this.note(false);
      void this.search(false);
    });
    this.field.addEventListener('input', (event) => {
      clearTimeout(this.pause);
      // Letters that are still being put together are no words.
      if (event instanceof InputEvent && event.isComposing) return;
      this.pause = setTimeout(() => {
        this.note(true);
        void this.search(true);
      }, PAUSE);
    });
    this.more.addEventListener('click', () => void this.showMore());
    this.window.addEventListener('popstate', () => this.read());
    this.read();
  }

  /** What the address asks for. */
  private read(): void {
    const asked = new URLSearchParams(this.window.location.search).get('q') ?? '';
    this.field.value = asked;
    this.noted = false;
    const state = this.window.history.state as { shown?: number } | null;
    void this.search(false, state?.shown ?? SHOWN);
    if (asked === '') this.field.focus();
  }

  /** Puts what is asked for into the address: going back leads from search to search, and not from letter to letter. */
  private note(typing: boolean): void {
    const { history, location } = this.window;
    const asked = this.field.value.trim();
    const before = new URLSearchParams(location.search).get('q') ?? '';
    if (asked !== before) {
      const address = `${location.pathname}${asked === '' ? '' : `?q=${encodeURIComponent(asked)}`}`;
      if (before === '' || this.noted) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
      this.noted = true;
    }
    if (!typing) this.noted = false;
  }

  private async search(typing: boolean, shown = SHOWN): Promise<void> {
    const asked = this.field.value.trim();
    const number = (this.latest += 1);
    const isLate = () => number !== this.latest;
    if (asked === '') {
      this.show('', undefined, []);
      return;
    }
    try {
      const [found, rows] = await this.answer(this.field.value, typing, shown);
      if (isLate()) return;
      this.shown = shown;
      this.show(said(asked, found), found, rows);
    } catch {
      if (!isLate()) this.show(LOST, undefined, []);
    }
  }

  /** A site that was made anew has other files: then its first one is read again. */
  private async answer(
    asked: string,
    typing: boolean,
    shown: number,
  ): Promise<[found: Found, rows: Described[]]> {
    const once = async (opened: Promise<Index>): Promise<[Found, Described[]]> => {
      const index = await opened;
      const found = await find(index, asked, typing);
      return [found, await described(index, found.pages.slice(0, shown))];
    };
    try {
      this.index ??= Index.open(this.fetch);
      return await once(this.index);
    } catch (error) {
      this.index = undefined;
      if (!(error instanceof Missing) || error.part === 'index') throw error;
      const anew = Index.open(this.fetch, error.part.replace('/', '-'));
      const answer = await once(anew);
      this.index = anew;
      return answer;
    }
  }

  private show(status: string, found: Found | undefined, rows: Described[]): void {
    this.found = found;
    this.status.textContent = status;
    this.results.replaceChildren(...rows.map((row) => this.row(row)));
    this.results.hidden = rows.length === 0;
    this.onward.hidden = (found?.pages.length ?? 0) <= rows.length;
  }

  private async showMore(): Promise<void> {
    const { found, latest } = this;
    const index = await this.index;
    if (found === undefined || index === undefined) return;
    const next = found.pages.slice(this.shown, this.shown + SHOWN);
    try {
      const rows = await described(index, next);
      if (latest !== this.latest) return;
      const items = rows.map((row) => this.row(row));
      this.results.append(...items);
      this.shown += SHOWN;
      this.onward.hidden = found.pages.length <= this.shown;
      this.window.history.replaceState({ shown: this.shown }, '');
      items[0]?.querySelector('a')?.focus();
    } catch {
      // The site was made anew: the whole question is asked again.
      void this.search(false, this.shown + SHOWN);
    }
  }

  private row([title, folder, teaser, date]: Described): HTMLElement {
    const link = this.element('a', '', title);
    link.setAttribute('href', `../${folder}/index.html`);
    const heading = this.element('h2', title.length > 80 ? 'card-title long' : 'card-title');
    heading.append(link);
    const text = this.element('div', 'card-text');
    text.append(heading);
    if (teaser !== '') text.append(this.element('p', 'card-teaser', teaser));
    if (date !== '') text.append(this.element('p', 'card-date', date));
    const row = this.element('li', 'row bare');
    row.append(text);
    return row;
  }

  private element(name: string, classes: string, text = ''): HTMLElement {
    const element = this.document.createElement(name);
    if (classes !== '') element.className = classes;
    if (text === '') return element;
    element.dir = 'auto';
    for (const piece of marked(text, this.found?.stems ?? new Set())) {
      if (!piece.found) element.append(piece.text);
      else element.append(Object.assign(this.document.createElement('mark'), { textContent: piece.text }));
    }
    return element;
  }
}

function described(index: Index, numbers: number[]): Promise<Described[]> {
  return Promise.all(numbers.map((number) => index.page(number)));
}
