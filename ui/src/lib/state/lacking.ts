import type { Article } from '../api';

/** What keeps an article from going on the site. */
export type Lack = 'title' | 'text' | 'both';

export function lacking({ title, text }: Pick<Article, 'title' | 'text'>): Lack | null {
  if (title.trim() !== '') return text.trim() === '' ? 'text' : null;
  return text.trim() === '' ? 'both' : 'title';
}

/** Has nobody given it anything yet? */
export function isBlank(
  article: Pick<Article, 'title' | 'text' | 'summary' | 'topics' | 'author' | 'hero'>,
): boolean {
  const { summary, topics, author, hero } = article;
  return (
    lacking(article) === 'both' &&
    summary.trim() === '' &&
    topics.length === 0 &&
    author === null &&
    hero === null
  );
}
