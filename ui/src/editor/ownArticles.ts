import type { Door } from '$lib/api';

export interface OwnArticle {
  id: string;
  title: string;
}

/** How many are offered at once. */
const MOST = 6;

/** The articles but one that have these words, the best first; without words, those that were changed last. */
export async function ownArticles(door: Door, words: string, except: string): Promise<OwnArticle[]> {
  const { first } = await door.call('articles_list', { words, order: 'fit' });
  return first
    .map(({ row }) => row)
    .filter(({ id, title }) => id !== except && title.trim() !== '')
    .slice(0, MOST)
    .map(({ id, title }) => ({ id, title }));
}

/** The title of the article with this address, if it can be found by the words of its address. */
export async function titleAt(door: Door, address: string): Promise<string | null> {
  const { articles } = await door.call('articles_search', { words: address.replaceAll('-', ' ') });
  for (const { row } of articles.slice(0, MOST)) {
    const article = await door.call('article_get', { id: row.id });
    if (article.address === address) return article.title;
  }
  return null;
}
