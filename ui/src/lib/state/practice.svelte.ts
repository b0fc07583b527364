import type { Door, Practice } from '../api';
import { Saver } from './saver.svelte';

/** A field in the words of the wire, such as `siteUrl` or `hours.mon`, and why it was refused. */
export interface FieldRefusal {
  field: string;
  message: string;
}

/** The facts of the practice. Every page that is made follows them. */
export class PracticeFacts {
  /** Nothing before the first answer. */
  facts: Practice | null = $state.raw(null);
  readonly saver: Saver<Practice>;

  #door: Door;

  constructor(door: Door, kept: (practice: Practice) => void) {
    this.#door = door;
    this.saver = new Saver(async (practice) => {
      await door.call('practice_save', { practice });
      kept(practice);
    });
  }

  async load(): Promise<void> {
    if (!this.saver.unsaved) this.facts = await this.#door.call('practice_get', {});
  }

  /** The library is left. */
  end(): Promise<void> {
    return this.saver.end();
  }

  change(patch: Partial<Practice>): void {
    if (this.facts === null) return;
    this.facts = { ...this.facts, ...patch };
    this.saver.change(this.facts);
  }

  /** What the host could not accept. */
  get refused(): FieldRefusal | null {
    const status = this.saver.status;
    if (status.kind !== 'failed' || status.problem.field === null) return null;
    return { field: status.problem.field, message: status.problem.message };
  }
}
