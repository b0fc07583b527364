// What the search page says.

import type { Found } from './find.ts';

export const LOST =
  'The search could not be loaded. Try again in a moment, or look through the topics and articles below.';

/** What was found for `asked`, in a sentence. */
export function said(asked: string, found: Found): string {
  const count = found.pages.length;
  if (found.nothingAsked) return 'Add a word that says what it is about.';
  if (count === 0) {
    return `Nothing found for “${asked}”. Try other words or fewer, or look through a topic below.`;
  }
  if (found.some) {
    const some = count === 1 ? 'This one has some of them.' : `These ${count} have some of them.`;
    return `No page has all of these words. ${some}`;
  }
  const pages = count === 1 ? '1 page' : `${count} pages`;
  if (found.misspelled.length === 0) return `${pages} found`;
  const words = found.misspelled.map((word) => `“${word}”`).join(' or ');
  const have = count === 1 ? 'has' : 'have';
  return `Nothing found for ${words}. ${pages} ${have} words that look like it.`;
}
