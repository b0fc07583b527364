// What a list of articles leaves in, and in which order.

import type { ArticlesAsked, Order, Standing } from '../api';

export type Period = 'today' | 'week' | 'month' | 'year' | 'older';

export interface Filters {
  standing: Standing | null;
  /** Empty: those without one. */
  topic: string | null;
  /** Empty: those without one. */
  author: string | null;
  changed: Period | null;
}

export const everything: Filters = { standing: null, topic: null, author: null, changed: null };

/** Days back from the day on which a person asks. */
const DAYS: Record<Exclude<Period, 'older'>, number> = { today: 0, week: 6, month: 29, year: 364 };

export function asked(filters: Filters, words: string, order: Order, now: number): ArticlesAsked {
  const { standing, topic, author, changed } = filters;
  return {
    words,
    order,
    ...(standing !== null && { standing }),
    ...(topic !== null && { topic }),
    ...(author !== null && { author }),
    ...(changed !== null && within(changed, now)),
  };
}

function within(period: Period, now: number): Pick<ArticlesAsked, 'changedFrom' | 'changedBefore'> {
  const days = DAYS[period === 'older' ? 'year' : period];
  const today = new Date(now);
  const from = new Date(today.getFullYear(), today.getMonth(), today.getDate() - days).toISOString();
  return period === 'older' ? { changedBefore: from } : { changedFrom: from };
}
