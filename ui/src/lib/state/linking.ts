import type { Door } from '../api';
import { words } from '../words';

/** Which articles link to one of these, in a sentence; nothing if none does, or if nobody can tell now. */
export async function linkedFrom(door: Door, ids: string[]): Promise<string> {
  if (ids.length === 0) return '';
  try {
    const { articles } = await door.call('articles_linking', { ids });
    const titles = articles.map(({ title }) => title || words.articles.untitled);
    return titles.length === 0 ? '' : words.link.linkedFrom(titles, ids.length);
  } catch {
    return '';
  }
}
