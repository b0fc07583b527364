// Saves of which nobody knows whether the library has them: the answer was lost, or said that something went wrong.

import { type Code, Refusal } from '../api';

/** Each may be a whole text. Those before were tried again since. */
const MOST = 8;

/** Then nothing was kept. */
const REFUSED: Code[] = ['invalid', 'stale', 'not_found', 'disk_full', 'no_library'];

export class Unanswered<Patch extends object> {
  #patches: Patch[] = [];

  /** Notes a patch unless it was kept or refused. */
  async until<Answer>(save: Promise<Answer>, patch: Patch): Promise<Answer> {
    try {
      return await save;
    } catch (thrown) {
      const refused = thrown instanceof Refusal && REFUSED.includes(thrown.code);
      if (!refused) this.#patches = [...this.#patches, patch].slice(-MOST);
      throw thrown;
    }
  }

  /** Was a field sent with this value? `as` makes the same of two that the library takes for the same. */
  holds<Field extends keyof Patch>(
    field: Field,
    value: Patch[Field],
    as: (value: Patch[Field]) => unknown = (same) => same,
  ): boolean {
    return this.#patches.some((patch) => field in patch && isSame(as(patch[field]), as(value)));
  }

  /** What the library has is known again. */
  forget(): void {
    this.#patches = [];
  }
}

export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
