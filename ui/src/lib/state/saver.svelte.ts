// Keeps what a person changes, without being asked: soon after the last key, and while typing goes on.

import { type Code, Refusal } from '../api';
import type { SaveStatus, Waiting } from '../saving';
import { words } from '../words';

/** Milliseconds after the last change until it is sent. */
export const QUIET = 350;
/** Milliseconds that a change waits at most while more follow. */
export const LONGEST = 800;
/** Milliseconds until a save that failed is tried again; the last one for ever after. */
export const RETRIES = [1000, 2000, 5000, 10_000];

const WAITING: Partial<Record<Code, Waiting>> = {
  invalid: 'change',
  stale: 'decision',
  not_found: 'decision',
};

type Timer = ReturnType<typeof setTimeout>;

/** Patches are merged field by field; one save is under way at a time; nothing is forgotten before it is acknowledged. */
export class Saver<Patch extends object> {
  status: SaveStatus = $state.raw({ kind: 'saved' });

  #send: (patch: Patch) => Promise<void>;
  #pending: Patch | null = null;
  #held: Patch | null = null;
  #sending: Patch | null = null;
  #underWay: Promise<boolean> | null = null;
  #flushing: Promise<boolean> | null = null;
  /** How often everything was to be sent. */
  #asked = 0;
  #due = false;
  #quiet: Timer | undefined;
  #longest: Timer | undefined;
  #failures = 0;
  #ended = false;

  constructor(send: (patch: Patch) => Promise<void>) {
    this.#send = send;
  }

  /** Is anything not acknowledged yet? */
  get unsaved(): boolean {
    return this.#pending !== null || this.#held !== null || this.#underWay !== null;
  }

  /** What waits to be sent. */
  get waiting(): Partial<Patch> {
    return { ...this.#pending, ...this.#held };
  }

  /** The same, and what is on its way: all that stands in the window alone. */
  get unacknowledged(): Partial<Patch> {
    return { ...this.#sending, ...this.waiting };
  }

  /** The library was left: nothing is sent any more. */
  get ended(): boolean {
    return this.#ended;
  }

  change(patch: Patch): void {
    if (this.#ended) return;
    this.#pending = { ...this.#pending, ...patch };
    if (this.status.kind === 'saved') this.status = { kind: 'saving' };
    if (this.status.kind === 'failed' && this.status.waiting === 'decision') return;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#tick(), QUIET);
    this.#longest ??= setTimeout(() => this.#tick(), LONGEST);
  }

  /** Notes what is half typed. It is sent when it is released, or with everything else. */
  hold(patch: Patch): void {
    if (this.#ended) return;
    this.#held = { ...this.#held, ...patch };
    if (this.status.kind === 'saved') this.status = { kind: 'saving' };
  }

  /** What was held is complete. */
  release(): void {
    const held = this.#held;
    this.#held = null;
    if (held !== null) this.change(held);
  }

  /**
   * Sends everything now. Resolves to whether everything was kept. Whoever asks while others wait is told the same as
   * they: one more attempt is made for them.
   */
  async flush(): Promise<boolean> {
    this.release();
    if (!this.unsaved) return !this.#ended;
    this.#asked += 1;
    this.#flushing ??= this.#sendAll();
    return this.#flushing;
  }

  /** Forgets what was not kept: only when the person chose so. */
  discard(): void {
    this.#stopTimers();
    this.#pending = null;
    this.#held = null;
    this.#sending = null;
    this.status = { kind: 'saved' };
  }

  /**
   * For good: what was not kept is forgotten, and nothing is sent any more, also not by a flush that waits. Resolves when
   * the host has answered what is under way.
   */
  async end(): Promise<void> {
    this.#ended = true;
    this.discard();
    await this.#underWay;
  }

  async #sendAll(): Promise<boolean> {
    try {
      for (;;) {
        const asked = this.#asked;
        if (this.#underWay !== null) await this.#underWay;
        else if (this.#ended) return false;
        else if (this.#pending === null) return true;
        else if (!(await this.#start(this.#pending)) && asked === this.#asked) return false;
      }
    } finally {
      this.#flushing = null;
    }
  }

  #tick(): void {
    if (this.#underWay !== null) this.#due = true;
    else if (this.#pending !== null) void this.#start(this.#pending);
  }

  #start(patch: Patch): Promise<boolean> {
    this.#stopTimers();
    this.#pending = null;
    this.#sending = patch;
    this.#underWay = this.#save(patch);
    return this.#underWay;
  }

  async #save(patch: Patch): Promise<boolean> {
    let problem: Refusal | null = null;
    try {
      await this.#send(patch);
    } catch (thrown) {
      problem = Refusal.from(thrown, words.errors.host);
    }
    // Nothing where it was discarded meanwhile: then it need not be kept.
    const sent = this.#sending;
    this.#sending = null;
    this.#underWay = null;
    if (this.#ended) return problem === null;
    if (problem !== null && sent !== null) {
      this.#fail(problem, sent);
      return false;
    }
    this.#succeed();
    return true;
  }

  #succeed(): void {
    this.#failures = 0;
    this.status = { kind: this.#pending === null && this.#held === null ? 'saved' : 'saving' };
    if (this.#due && this.#pending !== null) void this.#start(this.#pending);
  }

  #fail(problem: Refusal, patch: Patch): void {
    // What was changed since is newer than what failed.
    this.#pending = { ...patch, ...this.#pending };
    const waiting = WAITING[problem.code] ?? 'time';
    this.status = { kind: 'failed', problem, waiting };
    // It may have been put right while it was on its way.
    if (waiting === 'change' && this.#due) void this.#start(this.#pending);
    if (waiting !== 'time') return;
    const wait = RETRIES[Math.min(this.#failures, RETRIES.length - 1)];
    this.#failures += 1;
    this.#stopTimers();
    this.#longest = setTimeout(() => this.#tick(), wait);
  }

  #stopTimers(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#longest);
    this.#quiet = undefined;
    this.#longest = undefined;
    this.#due = false;
  }
}
