// What is known of one topic or one person, while somebody looks at it.

import { Refusal } from '../api';
import type { SaveStatus } from '../saving';
import type { History } from './history.svelte';
import { Saver } from './saver.svelte';

/** What the form does with what is typed. */
export interface NameKeeper<Fields extends object> {
  save: (patch: Partial<Fields>) => Promise<void>;
  /** What an edit of this field is called, as it is said after "Undo". */
  named: (field: keyof Fields & string) => string;
}

/** Kept as everything is: soon after the last key. A name that can't be is complained about when the person is done with it. */
export class NameForm<Fields extends { name: string }> {
  readonly id: string;
  readonly saver: Saver<Partial<Fields>>;
  fields: Fields;

  #keeper: NameKeeper<Fields>;
  #history: History;
  #refused: Refusal | null = $state.raw(null);
  #typing = $state(false);

  constructor(id: string, fields: Fields, keeper: NameKeeper<Fields>, history: History) {
    this.id = id;
    this.#keeper = keeper;
    this.#history = history;
    this.fields = $state.raw(fields);
    this.saver = new Saver((patch) => this.#send(patch));
  }

  /** The one way in which a person changes it. */
  change<Field extends keyof Fields & string>(field: Field, value: Fields[Field]): void {
    const before = this.fields[field];
    this.#typing = true;
    this.#put(field, value);
    this.#history.edited({
      name: this.#keeper.named(field),
      field: `${this.id}.${field}`,
      before,
      after: value,
      put: async (back) => {
        this.#put(field, back);
        // The form may have been left long ago.
        this.#typing = false;
        await this.saver.flush();
        const { status } = this.saver;
        if (status.kind === 'failed') throw status.problem;
      },
    });
  }

  /** The person went on from the field that they were in: now it is as they mean it. */
  left(): void {
    this.#typing = false;
    void this.saver.flush();
  }

  /** It is in the bin: what could not be kept is of no use any more. */
  forget(): void {
    this.#typing = false;
    this.#refused = null;
    this.saver.discard();
  }

  /** What the library knows may be something else now. */
  become(fields: Fields): void {
    if (!this.saver.unsaved && !this.#typing) this.fields = fields;
  }

  /** Why the name is not kept; nothing while it is typed. */
  get complaint(): Refusal | null {
    return this.#typing ? null : this.#refused;
  }

  /** How it stands with what the person is done with. */
  get status(): SaveStatus {
    const { status } = this.saver;
    const half = status.kind === 'failed' && this.#refused !== null && this.#typing;
    return half ? { kind: 'saving' } : status;
  }

  #put<Field extends keyof Fields>(field: Field, value: Fields[Field]): void {
    this.fields = { ...this.fields, [field]: value };
    const patch: Partial<Fields> = {};
    patch[field] = value;
    this.saver.change(patch);
  }

  async #send(patch: Partial<Fields>): Promise<void> {
    try {
      await this.#keeper.save(patch);
      this.#refused = null;
    } catch (thrown) {
      const refused = thrown instanceof Refusal && thrown.code === 'invalid' ? thrown : null;
      this.#refused = refused;
      const { name, ...rest } = patch;
      // The name stays what it was; all else that was changed is kept.
      const others = refused !== null && name !== undefined && Object.keys(rest).length > 0;
      if (others && !this.saver.ended) await this.#keeper.save(rest as Partial<Fields>);
      throw thrown;
    }
  }
}
