import { type Door, type LinkedArticle, Refusal } from '$lib/api';
import { words } from '$lib/words';

export type OwnArticle = LinkedArticle;

/** How many are offered at once. */
const MOST = 6;

/** The articles but one that have these words, the best first; without words, those that were changed last. */
export async function ownArticles(door: Door, typed: string, except: string): Promise<OwnArticle[]> {
  // One of them may be the one that is left out, and a few may have no title yet.
  const { first } = await door.call('articles_list', { words: typed, order: 'fit', most: MOST * 2 });
  return first
    .map(({ row }) => row)
    .filter(({ id, title }) => id !== except && title.trim() !== '')
    .slice(0, MOST)
    .map(({ id, title, status }) => ({ id, title, whereabouts: status === 'draft' ? 'draft' : 'site' }));
}

/** The article that a link with this address leads to, be it in the bin; nothing if there is none. */
export async function articleAt(door: Door, address: string): Promise<OwnArticle | null> {
  try {
    const found = await door.call('article_at', { address });
    return { ...found, title: found.title || words.articles.untitled };
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'not_found') return null;
    throw thrown;
  }
}
