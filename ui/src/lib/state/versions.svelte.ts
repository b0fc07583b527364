// The earlier versions of one article, beside what stands in it now.

import { type Article, type Comparison, type Door, Refusal, type Version } from '../api';
import { Latest } from '../latest';
import { words } from '../words';
import type { Articles, ShownVersions } from './articles.svelte';
import type { Draft, Words } from './draft.svelte';
import type { History } from './history.svelte';

/** A version and what differs. */
export interface Shown {
  version: Version;
  comparison: Comparison;
}

/** The library, as far as it matters here. */
interface Around {
  door: Door;
  articles: Articles;
  history: History;
}

export class Versions {
  /** The newest first; nothing before the first answer. */
  list: Version[] | null = $state.raw(null);
  chosen: Version | null = $state.raw(null);
  /** What can be seen: for a moment still the version that was chosen before. */
  shown: Shown | null = $state.raw(null);
  problem: Refusal | null = $state.raw(null);
  busy = $state(false);

  #door: Door;
  #draft: Draft;
  #articles: Articles;
  #history: History;
  readonly #asShown: ShownVersions;
  #latest: Latest<Shown>;

  constructor({ door, articles, history }: Around, draft: Draft) {
    this.#door = door;
    this.#articles = articles;
    this.#history = history;
    this.#draft = draft;
    this.#asShown = { article: draft.id, refresh: () => this.#reload() };
    articles.versionsShown = this.#asShown;
    this.#latest = new Latest<Shown>({
      ask: (revision) => this.#compare(revision),
      show: ({ version, comparison }) => (this.shown = { version, comparison }),
      fail: (thrown) => (this.problem = Refusal.from(thrown, words.errors.host)),
    });
  }

  /** Asks for everything again, once what stands in the editor is kept: while it can't be, its saver says why. */
  async load(): Promise<void> {
    await this.#attempt(async () => {
      const kept = await this.#draft.saver.flush();
      if (kept) await this.#reload();
      return kept;
    });
  }

  choose(version: Version): void {
    if (version.id === this.chosen?.id) return;
    this.chosen = version;
    this.problem = null;
    this.#latest.wake();
  }

  /** Makes the version that is shown, or the paragraph of one row, the article's words. */
  async bringBack(row: number | null): Promise<void> {
    const version = this.shown?.version.id;
    if (version === undefined) return;
    await this.#attempt(async () => {
      const brought = await this.#draft.replace((baseRevision) => this.#ask(version, row, baseRevision));
      if (brought !== null) await this.#brought(version, row, brought);
      return brought !== null;
    });
  }

  /** Keeps the words as they stand now, under a name. Resolves to whether they are kept. */
  async keep(name: string): Promise<boolean> {
    return this.#attempt(async () => {
      if (!(await this.#draft.saver.flush())) return false;
      const kept = await this.#door.call('version_name', { article: this.#draft.id, name });
      await this.#reload();
      this.#named({ ...kept, name: null }, name, words.versions.kept(name));
      return true;
    });
  }

  /** Gives an earlier version a name, another one, or none. Resolves to whether it has it. */
  async rename(version: Version, name: string | null): Promise<boolean> {
    if (name === version.name) return true;
    return this.#attempt(async () => {
      await this.#rename(version.id, name);
      const said = name === null ? words.versions.nameRemoved : words.versions.named(name);
      this.#named(version, name, said);
      return true;
    });
  }

  /** Nothing that still arrives is shown. */
  stop(): void {
    if (this.#articles.versionsShown === this.#asShown) this.#articles.versionsShown = null;
    this.#latest.stop();
  }

  /** The names of versions are undone from other screens too. */
  #named({ id, name: before }: Version, name: string | null, said: string): void {
    const { nameVersion, renameVersion, unnameVersion } = words.history;
    const called = before === null ? nameVersion : name === null ? unnameVersion : renameVersion;
    const undo = () => this.#rename(id, before);
    const redo = () => this.#rename(id, name);
    this.#history.done({ name: called(name ?? before ?? ''), undo, redo }, said);
  }

  async #rename(version: number, name: string | null): Promise<void> {
    await this.#door.call('version_rename', { article: this.#draft.id, version, name });
    await this.#refreshShown();
  }

  /** What is undone is seen also by who left the versions and came back to them. */
  async #refreshShown(): Promise<void> {
    const shown = this.#articles.versionsShown;
    if (shown?.article === this.#draft.id) await shown.refresh();
  }

  #ask(version: number, row: number | null, baseRevision: number): Promise<Article> {
    return this.#door.call('version_bring_back', { article: this.#draft.id, version, row, baseRevision });
  }

  /**
   * The way back also leads from other screens, but not over what was written since. The newest version holds what stood
   * there before.
   */
  async #brought(version: number, row: number | null, brought: Words): Promise<void> {
    await this.#reload();
    let before = this.list?.[0]?.id;
    if (before === undefined) return;
    let stands = brought;
    const { id } = this.#draft;
    const replace = async (of: number, part: number | null) => {
      stands = await this.#articles.bringVersionBack(id, of, part, stands);
      await this.#refreshShown();
      const { versions } = await this.#door.call('versions_list', { id });
      return versions[0]?.id;
    };
    const name = row === null ? words.history.bringBack : words.history.bringParagraphBack;
    const undo = async () => {
      if (before !== undefined) await replace(before, null);
    };
    const redo = async () => {
      before = await replace(version, row);
    };
    this.#history.done({ name, undo, redo }, words.versions.broughtBack);
  }

  async #reload(): Promise<void> {
    const { versions } = await this.#door.call('versions_list', { id: this.#draft.id });
    this.#show(versions);
  }

  #show(versions: Version[]): void {
    this.list = versions;
    // What is kept of long ago is thinned out: also the chosen one may be gone.
    this.chosen = versions.find(({ id }) => id === this.chosen?.id) ?? versions[0] ?? null;
    if (this.chosen !== null) this.#latest.wake();
  }

  async #compare(revision: number): Promise<Shown & { revision: number }> {
    const version = this.chosen;
    if (version === null) throw new Error('no version is chosen');
    const asked = { article: this.#draft.id, version: version.id };
    return { revision, version, comparison: await this.#door.call('version_compare', asked) };
  }

  /** One thing at a time; what goes wrong is told. */
  async #attempt(work: () => Promise<boolean>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    try {
      return await work();
    } catch (thrown) {
      this.problem = await this.#explained(Refusal.from(thrown, words.errors.host));
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Where the host says "stale", the newer article can be shown at once. */
  async #explained(problem: Refusal): Promise<Refusal> {
    if (problem.code !== 'stale') return problem;
    try {
      await this.#draft.follow();
      await this.#reload();
    } catch {
      return problem;
    }
    return new Refusal({ code: 'stale', ...words.versions.changedMeanwhile });
  }
}
