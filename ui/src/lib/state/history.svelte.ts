// One undo for everything that is done outside the text. The text has the editor's own.

import { Refusal } from '../api';
import { words } from '../words';

export interface Action {
  /** What was done, as it is said after "Undo": "remove picture". */
  name: string;
  /** Rejects when it could not be done: then it can be tried again. */
  undo: () => Promise<void>;
  redo: () => Promise<void>;
}

/** A field was given another value. */
export interface Edit<Value> {
  name: string;
  /** What names the field among all others. */
  field: string;
  before: Value;
  after: Value;
  put: (value: Value) => void | Promise<void>;
}

/** What the bar at the bottom of the window says. */
export type Notice =
  | { kind: 'done'; text: string; undoable: boolean }
  | { kind: 'undone'; text: string; redoable: boolean }
  | { kind: 'failed'; problem: Refusal };

interface Entry extends Action {
  /** Set while another edit of this field is the same action: what it was edited from. */
  edited?: { field: string; before: unknown };
}

type End = 'done' | 'failed' | 'gone';

/** So many actions are remembered. */
const MOST = 200;

/** What was done in one library, and can be taken back for as long as it is open. */
export class History {
  notice: Notice | null = $state.raw(null);

  #done: readonly Entry[] = $state.raw([]);
  #undone: readonly Entry[] = $state.raw([]);
  /** Each waits for the one before: a key that is held takes back one thing after another. */
  #last: Promise<void> = Promise.resolve();
  #ended = false;

  /** What `undo` would take back. */
  get undoName(): string | null {
    return this.#done.at(-1)?.name ?? null;
  }

  get redoName(): string | null {
    return this.#undone.at(-1)?.name ?? null;
  }

  /** Something was done. With an announcement the window says so, and offers to take it back. */
  done(action: Action, announcement: string | null = null): void {
    this.#push(action);
    this.notice = announcement === null ? null : { kind: 'done', text: announcement, undoable: true };
  }

  /** A field was edited. Edits that follow one another are one action, until `settle`. */
  edited<Value>({ name, field, before, after, put }: Edit<Value>): void {
    const last = this.#done.at(-1);
    const same = last?.edited?.field === field ? last.edited : null;
    const first = same === null ? before : (same.before as Value);
    if (same !== null) this.#done = this.#done.slice(0, -1);
    if (isSame(first, after)) return;
    const entry: Entry = {
      name,
      undo: async () => put(first),
      redo: async () => put(after),
      edited: { field, before: first },
    };
    this.#push(entry);
    if (this.notice?.kind !== 'failed') this.notice = null;
  }

  /** The person went on to something else: what is edited from now on is an action of its own. */
  settle(): void {
    const last = this.#done.at(-1);
    if (last?.edited !== undefined) this.#done = [...this.#done.slice(0, -1), settled(last)];
  }

  /** Says more of what was done, if nothing else was done since. */
  announce(action: Action, announcement: string): void {
    if (this.#done.at(-1) === action) this.notice = { kind: 'done', text: announcement, undoable: true };
  }

  /** Says what was done and can't be taken back. */
  say(text: string): void {
    this.notice = { kind: 'done', text, undoable: false };
  }

  /** Says what went wrong. */
  fail(problem: Refusal): void {
    this.notice = { kind: 'failed', problem };
  }

  dismiss(): void {
    this.notice = null;
  }

  undo(): Promise<void> {
    return this.#inTurn(() => this.#undo());
  }

  redo(): Promise<void> {
    return this.#inTurn(() => this.#redo());
  }

  /** The library is left: nothing of it can be undone in the next one. */
  end(): void {
    this.#ended = true;
    this.#done = [];
    this.#undone = [];
    this.notice = null;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work);
    return this.#last;
  }

  async #undo(): Promise<void> {
    const entry = this.#done.at(-1);
    if (entry === undefined) return;
    const end = await this.#attempt(() => entry.undo(), words.history.notUndone);
    if (end === 'failed') return;
    // Something else may have been done meanwhile.
    this.#done = this.#done.filter((other) => other !== entry);
    if (end === 'gone') return;
    this.#undone = [...this.#undone, settled(entry)];
    this.notice = { kind: 'undone', text: words.history.undone(entry.name), redoable: true };
  }

  async #redo(): Promise<void> {
    const entry = this.#undone.at(-1);
    if (entry === undefined) return;
    const end = await this.#attempt(() => entry.redo(), words.history.notRedone);
    if (end === 'failed') return;
    this.#undone = this.#undone.filter((other) => other !== entry);
    if (end === 'gone') return;
    this.#done = [...this.#done, entry];
    this.notice = { kind: 'done', text: words.history.redone(entry.name), undoable: true };
  }

  async #attempt(work: () => Promise<void>, otherwise: { message: string; hint: string }): Promise<End> {
    let refusal: Refusal | null = null;
    try {
      await work();
    } catch (thrown) {
      refusal = Refusal.from(thrown, otherwise);
    }
    if (this.#ended) return 'failed';
    if (refusal === null) return 'done';
    this.fail(refusal);
    // What is not there any more can never be changed back: it must not stand in the way of what was done before.
    return refusal.code === 'not_found' ? 'gone' : 'failed';
  }

  #push(entry: Entry): void {
    if (this.#ended) return;
    this.#done = [...this.#done, entry].slice(-MOST);
    this.#undone = [];
  }
}

function settled({ name, undo, redo }: Entry): Entry {
  return { name, undo, redo };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
