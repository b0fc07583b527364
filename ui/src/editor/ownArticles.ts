import { type Door, Refusal } from '$lib/api';
import { words } from '$lib/words';

export interface OwnArticle {
  id: string;
  title: string;
}

/** How many are offered at once. */
const MOST = 6;

/** The articles but one that have these words, the best first; without words, those that were changed last. */
export async function ownArticles(door: Door, typed: string, except: string): Promise<OwnArticle[]> {
  const { first } = await door.call('articles_list', { words: typed, order: 'fit' });
  return first
    .map(({ row }) => row)
    .filter(({ id, title }) => id !== except && title.trim() !== '')
    .slice(0, MOST)
    .map(({ id, title }) => ({ id, title }));
}

/** The title of the article that a link with this address leads to, or nothing if there is none. */
export async function titleAt(door: Door, address: string): Promise<string | null> {
  try {
    const { title } = await door.call('article_at', { address });
    return title || words.articles.untitled;
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'not_found') return null;
    throw thrown;
  }
}
