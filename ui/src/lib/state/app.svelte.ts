import { createContext } from 'svelte';

import { type AppEvent, type Door, type LibraryCopy, type OpenLibrary, type Recent, Refusal } from '../api';
import { words } from '../words';
import { type CommandId, Commands } from './commands.svelte';
import { Library } from './library.svelte';
import { address, paths } from './route.svelte';
import type { Typed } from './typed';

export interface Problem {
  refusal: Refusal;
  /** The folder that could not be opened, when it was about one. */
  folder: string | null;
}

/** Between two looks whether a copy of the library is due, in milliseconds. */
const LOOKS_EVERY = 300_000;

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
  #looking: ReturnType<typeof setInterval> | undefined;
  /** What was typed into a library that is damaged, until a copy of it, or it itself, has it. */
  #carried: { folder: string; typed: Typed; at: string | null } | null = $state.raw(null);

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
  async copiesOf(folder: string): Promise<LibraryCopy[]> {
    const { copies } = await this.door.call('library_copies', { folder }).catch(() => ({ copies: [] }));
    return copies;
  }

  /** Opens a copy in place of the library, which is put aside. What was typed into it goes into the copy. */
  openCopy(folder: string, made: string): Promise<void> {
    return this.enter(folder, async () => {
      if (this.library?.folder === folder) {
        this.#carry(this.library);
        await this.#abandon();
      }
      return this.door.call('library_open_copy', { folder, made });
    });
  }

  /** Is there anything that was typed and is in no library yet? */
  get carries(): boolean {
    return this.#carried !== null;
  }

  /**
   * The person turned to something else: what was typed is kept now. Whoever logs off, or quits from the Dock of macOS, turns
   * to that first, and then the window is asked nothing any more.
   */
  turnedAway(): void {
    void this.library?.flush();
  }

  /** Back to the first screen. */
  async leave(): Promise<void> {
    if (this.library === null || !(await this.#finish())) return;
    await this.#abandon();
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
    await this.#takeUp(library);
    void this.#settle(library);
    this.#looking = setInterval(() => this.#keepCopy(), LOOKS_EVERY);
  }

  #carry(library: Library): void {
    this.commands.writer?.settle();
    const { route } = address;
    const at = route.name === 'article' ? route.id : null;
    this.#carried = { folder: library.folder, typed: library.typed, at };
  }

  async #takeUp(library: Library): Promise<void> {
    if (this.#carried?.folder !== library.folder) return;
    const { typed, at } = this.#carried;
    const taken = await library.takeUp(typed);
    this.#carried = null;
    const there = taken.find(({ before }) => before === at);
    if (there !== undefined) address.go(paths.article(there.now));
    library.history.say(words.problem.damage.carried);
  }

  #keepCopy(): void {
    // Where it can't be made now, it is due the next time as well.
    void this.door.call('library_keep_copy', {}).catch(() => undefined);
  }

  /** A library can be read before all of it was looked through; if it is damaged, that turns out soon after. */
  async #settle(library: Library): Promise<void> {
    try {
      await this.door.call('library_settle', {});
      if (this.library === library) this.#keepCopy();
    } catch (thrown) {
      const refusal = Refusal.from(thrown, words.errors.host);
      // Words that were typed meanwhile stay in sight, with the reason why they can't be saved.
      if (refusal.code !== 'library_damaged' || this.library !== library || library.unsaved) return;
      await this.#abandon();
      this.problem = { refusal, folder: library.folder };
    }
  }

  /** What the open library still had to send would be written into the next one. */
  async #end(): Promise<void> {
    clearInterval(this.#looking);
    await this.library?.end();
  }

  /** Whatever is not kept of it is not kept. */
  async #abandon(): Promise<void> {
    await this.#end();
    await this.door.call('library_close', {}).catch(() => undefined);
    this.library = null;
  }

  #unfinished(): boolean {
    this.commands.writer?.settle();
    return this.carries || (this.library?.unsaved ?? false);
  }

  async #finish(): Promise<boolean> {
    this.commands.writer?.settle();
    if (!this.carries && (this.library === null || (await this.library.flush()))) return true;
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
