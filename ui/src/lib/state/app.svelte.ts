import { createContext } from 'svelte';

import { type AppEvent, type Door, type OpenLibrary, type Recent, Refusal } from '../api';
import { words } from '../words';
import { type CommandId, Commands } from './commands.svelte';
import { Library } from './library.svelte';
import { address, paths } from './route.svelte';

export interface Problem {
  refusal: Refusal;
  /** The folder that could not be opened, when it was about one. */
  folder: string | null;
}

/** Between two looks whether a copy of the library is due, in milliseconds. */
const LOOKS_EVERY = 3_600_000;

/** The window: a library that is open, or the way to one. */
export class App {
  readonly door: Door;
  started = $state(false);
  version = $state('');
  /** The system shows the menus, outside the window. */
  menuBar = $state(false);
  readonly commands = new Commands(() => this.library?.history ?? null);
  library: Library | null = $state.raw(null);
  recent: Recent[] = $state.raw([]);
  problem: Problem | null = $state.raw(null);
  /** The window wants to close, and something could not be kept. */
  asksToClose: ((close: boolean) => void) | null = $state.raw(null);
  #entering = false;
  #settled = 0;

  constructor(door: Door) {
    this.door = door;
    door.listen((event) => this.#hear(event));
    door.beforeClosing({
      unfinished: () => this.#unfinished(),
      finish: () => this.#finish(),
    });
  }

  async start(): Promise<void> {
    try {
      const { version, menuBar, library, recent, problem } = await this.door.call('app_start', {});
      this.version = version;
      this.menuBar = menuBar;
      this.recent = recent;
      if (problem !== null) this.problem = { refusal: new Refusal(problem), folder: problem.folder };
      if (library !== null) await this.#enter(library);
    } catch (thrown) {
      this.problem = { refusal: Refusal.from(thrown, words.errors.host), folder: null };
    }
    this.started = true;
  }

  /**
   * Opens what `ask` answers. A refusal about the folder itself becomes a screen of its own. One at a time: a second press
   * means the first.
   */
  async enter(folder: string | null, ask: () => Promise<OpenLibrary>): Promise<void> {
    if (this.#entering) return;
    this.#entering = true;
    try {
      await this.#enter(await ask());
      this.problem = null;
    } catch (thrown) {
      this.problem = { refusal: Refusal.from(thrown, words.errors.host), folder };
    } finally {
      this.#entering = false;
    }
  }

  openFolder(folder: string): Promise<void> {
    return this.enter(folder, () => this.door.call('library_open', { folder }));
  }

  /** When the copies of this library were made, the last first. None where that can't be found out. */
  async copiesOf(folder: string): Promise<string[]> {
    const { copies } = await this.door.call('library_copies', { folder }).catch(() => ({ copies: [] }));
    return copies;
  }

  /** Opens a copy in place of the library, which is put aside. */
  openCopy(folder: string, made: string): Promise<void> {
    return this.enter(folder, () => this.door.call('library_open_copy', { folder, made }));
  }

  /**
   * The person turned to something else: what was typed is kept now. Whoever logs off, or quits from the Dock of macOS, turns
   * to that first, and then the window is asked nothing any more.
   */
  turnedAway(): void {
    void this.library?.flush();
  }

  /** The person came back to the window. A computer that is never switched off is to have a copy of each day, too. */
  turnedTo(): void {
    if (this.library !== null && Date.now() - this.#settled >= LOOKS_EVERY) void this.#settle(this.library);
  }

  /** Back to the first screen. */
  async leave(): Promise<void> {
    if (this.library === null || !(await this.#finish())) return;
    await this.#end();
    await this.door.call('library_close', {}).catch(() => undefined);
    this.library = null;
    await this.start();
  }

  async #enter(opened: OpenLibrary): Promise<void> {
    const library = new Library(this.door, opened);
    await library.load();
    await this.#end();
    // Where the person was the last time, if that article is still there.
    const last = opened.place?.article ?? '';
    const there = library.articles.list.ids?.includes(last) ?? false;
    address.go(there ? paths.article(last) : paths.articles);
    this.library = library;
    void this.#settle(library);
  }

  /** A library can be read before all of it was looked through; if it is damaged, that turns out soon after. */
  async #settle(library: Library): Promise<void> {
    this.#settled = Date.now();
    try {
      await this.door.call('library_settle', {});
    } catch (thrown) {
      const refusal = Refusal.from(thrown, words.errors.host);
      // Words that were typed meanwhile stay in sight, with the reason why they can't be saved.
      if (refusal.code !== 'library_damaged' || this.library !== library || library.unsaved) return;
      await this.#end();
      await this.door.call('library_close', {}).catch(() => undefined);
      this.library = null;
      this.problem = { refusal, folder: library.folder };
    }
  }

  /** What the open library still had to send would be written into the next one. */
  async #end(): Promise<void> {
    await this.library?.end();
  }

  #unfinished(): boolean {
    this.commands.writer?.settle();
    return this.library?.unsaved ?? false;
  }

  async #finish(): Promise<boolean> {
    this.commands.writer?.settle();
    if (this.library === null || (await this.library.flush())) return true;
    return new Promise((resolve) => {
      this.asksToClose = (close) => {
        this.asksToClose = null;
        resolve(close);
      };
    });
  }

  #hear(event: AppEvent): void {
    if (event.type === 'exportProgress') this.library?.exporting.progress(event.done, event.total);
    else if (event.type === 'menuItem') this.commands.run(event.id as CommandId);
    else void this.#openInstead(event.folder);
  }

  async #openInstead(folder: string): Promise<void> {
    // What is being exported is waited for, as the window itself waits.
    if (this.library?.exporting.stage.name === 'running') return;
    if (this.library?.folder === folder || !(await this.#finish())) return;
    await this.#end();
    this.library = null;
    await this.openFolder(folder);
  }
}

export const [useApp, provideApp] = createContext<App>();
export const [useLibrary, provideLibrary] = createContext<Library>();
