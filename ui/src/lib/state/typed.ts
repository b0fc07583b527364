// What stands in the window when the library turns out to be damaged.

import type { ArticlePatch, Practice } from '../api';
import type { SaveStatus } from '../saving';

export interface Typed {
  articles: { id: string; patch: ArticlePatch }[];
  /** Nothing where all that was changed of it is kept. */
  practice: Practice | null;
}

export const isDamage = (status: SaveStatus) =>
  status.kind === 'failed' && status.problem.code === 'library_damaged';
