import { type Door, type Exported, type ExportState, Refusal } from '../api';
import { words } from '../words';
import type { NotSaved } from '../saving';

/** Milliseconds between two counts of the changes, while one change after the other is kept. */
const SETTLE = 1000;

export type Stage =
  | { name: 'idle' }
  | { name: 'folder'; problem: Refusal | null }
  | { name: 'running'; done: number; total: number; stopping: boolean }
  | { name: 'finished'; exported: Exported }
  | { name: 'stopped' }
  /** With what must be saved first, if that is why. */
  | { name: 'failed'; problem: Refusal; notSaved: NotSaved[] };

/** From the press on "Export site" to the result. */
export class Exporting {
  state: ExportState | null = $state.raw(null);
  stage: Stage = $state.raw({ name: 'idle' });
  /** The folder that was asked for last, so that a refused one can be mended rather than typed again. */
  attempted: string | null = null;

  #door: Door;
  #finishWriting: () => Promise<boolean>;
  #notSaved: () => NotSaved[];
  #exported: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The folder that was asked for in the last run; nothing where it was the remembered one. */
  #asked: string | null = null;
  /** Something was kept since the changes were counted. */
  #stale = false;
  #starting = false;
  #ended = false;

  /** `exported` is told when the finished site is another one. */
  constructor(
    door: Door,
    finishWriting: () => Promise<boolean>,
    notSaved: () => NotSaved[],
    exported: () => void = () => undefined,
  ) {
    this.#door = door;
    this.#exported = exported;
    this.#finishWriting = finishWriting;
    this.#notSaved = notSaved;
  }

  async load(): Promise<void> {
    this.state = await this.#door.call('export_state', {});
  }

  /** Something was kept that the next export may take along. */
  changed(): void {
    if (this.#ended) return;
    if (this.#timer === undefined) this.#count();
    else this.#stale = true;
  }

  /** At once, so that what one does is seen; then not again for a while. */
  #count(): void {
    this.#stale = false;
    void this.load().catch(() => undefined);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#stale) this.#count();
    }, SETTLE);
  }

  /** The button. */
  start(): Promise<void> {
    this.#asked = null;
    return this.#start(null);
  }

  /** After a failure: the same again, into the same folder. */
  retry(): Promise<void> {
    return this.#start(this.#asked);
  }

  async #start(folder: string | null): Promise<void> {
    if (this.#starting) return;
    this.#starting = true;
    await this.#prepare(folder);
    this.#starting = false;
  }

  async #prepare(folder: string | null): Promise<void> {
    try {
      if (!(await this.#finishWriting())) {
        const problem = new Refusal({ code: 'disk', ...words.export.notSavedFirst });
        this.stage = { name: 'failed', problem, notSaved: this.#notSaved() };
        return;
      }
      await this.load();
    } catch (thrown) {
      this.#fail(thrown);
      return;
    }
    if (folder === null && this.state?.folder == null) this.stage = { name: 'folder', problem: null };
    else await this.run(folder);
  }

  /** Asks for the folder again, beginning with `folder` or with the one of last time. */
  chooseFolder(folder: string | null): void {
    this.attempted = folder ?? this.attempted;
    this.stage = { name: 'folder', problem: null };
  }

  /** Exports into `folder`, or into the one that is remembered; `replaces` another practice's site on purpose. */
  async run(folder: string | null, replaces = false): Promise<void> {
    if (this.#ended || this.stage.name === 'running') return;
    this.attempted = folder ?? this.attempted;
    this.#asked = folder;
    this.stage = { name: 'running', done: 0, total: 0, stopping: false };
    try {
      const exported = await this.#door.call('export_site', { folder, replaces });
      this.stage = { name: 'finished', exported };
      this.#exported();
    } catch (thrown) {
      this.#fail(thrown);
    }
    await this.load().catch(() => undefined);
  }

  progress(done: number, total: number): void {
    if (this.stage.name === 'running') this.stage = { ...this.stage, done, total };
  }

  async stop(): Promise<void> {
    if (this.stage.name !== 'running') return;
    this.stage = { ...this.stage, stopping: true };
    await this.#door.call('export_stop', {}).catch(() => undefined);
  }

  close(): void {
    if (this.stage.name !== 'running') this.stage = { name: 'idle' };
  }

  /** The library is left: nothing of it is exported or counted any more. */
  end(): void {
    this.#ended = true;
    this.#stale = false;
    clearTimeout(this.#timer);
  }

  #fail(thrown: unknown): void {
    const problem = Refusal.from(thrown, words.errors.host);
    if (problem.code === 'export_stopped') this.stage = { name: 'stopped' };
    else if (problem.code === 'export_folder_needed') this.stage = { name: 'folder', problem: null };
    else if (['export_folder_refused', 'export_folder_of_other'].includes(problem.code))
      this.stage = { name: 'folder', problem };
    else this.stage = { name: 'failed', problem, notSaved: [] };
  }
}
