import type { ArticleRow } from '$lib/api';

/** The topics of these articles by name; `all` where not every one of them has been read. */
export function topicsOf(rows: (ArticleRow | null)[], all: string[]): string[] {
  const known = rows.filter((row) => row !== null);
  if (known.length < rows.length) return all;
  const theirs = new Set(known.flatMap(({ topics }) => topics));
  return [...theirs].sort((one, other) => one.localeCompare(other, 'en'));
}
