import type { ArticleRow } from '$lib/api';

const fold = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

/** The articles that have every typed word in their title, whatever the case and the accents. */
export function inTitle(rows: ArticleRow[], query: string): ArticleRow[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const title = fold(row.title);
    return wanted.every((word) => title.includes(word));
  });
}
