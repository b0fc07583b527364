import type { Version } from '$lib/api';
import { dayHeading } from '$lib/when';

/** Pixels. */
export const DAY_HEIGHT = 36;
export const ENTRY_HEIGHT = 56;

interface Place {
  key: string;
  /** Pixels from the top of the whole timeline. */
  top: number;
}

export type TimelineRow =
  | (Place & { kind: 'day'; day: string })
  /** `at` is its place in the list of versions. */
  | (Place & { kind: 'entry'; day: string; version: Version; at: number });

export interface Timeline {
  rows: TimelineRow[];
  /** Pixels. */
  height: number;
}

/** Versions under the days on which they were kept, each row with its place: only those that are seen are drawn. */
export function timeline(versions: Version[], now: Date): Timeline {
  const rows: TimelineRow[] = [];
  let height = 0;
  let today: string | null = null;
  versions.forEach((version, at) => {
    const day = dayHeading(version.kept, now);
    if (day !== today) {
      rows.push({ kind: 'day', key: `day ${version.id}`, day, top: height });
      height += DAY_HEIGHT;
      today = day;
    }
    rows.push({ kind: 'entry', key: String(version.id), day, version, at, top: height });
    height += ENTRY_HEIGHT;
  });
  return { rows, height };
}

/** The rows between two heights, and a few more on both sides. */
export function rowsBetween({ rows }: Timeline, top: number, bottom: number): TimelineRow[] {
  const beyond = 6 * ENTRY_HEIGHT;
  return rows.filter((row) => row.top > top - beyond && row.top < bottom + beyond);
}
