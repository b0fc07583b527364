// How it stands with what a person typed, as those say it who show it and those know it who keep it.

import type { Refusal } from './api';

export type SaveStatus =
  { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; problem: Refusal; waiting: Waiting };

/** What has to happen before a failed save can succeed: time, another change, or a person's decision. */
export type Waiting = 'time' | 'change' | 'decision';

/** Something that a person typed and that is not kept: said in a sentence, and how to come to it. */
export interface NotSaved {
  what: string;
  path: string;
  /** Called beside going to `path`: brings to the very place. */
  seek: () => void;
}
