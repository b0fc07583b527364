import type { Draft } from '$lib/state/draft.svelte';
import { dayInWords } from '$lib/when';
import { words } from '$lib/words';

/** The details of an article in one line, for when they are folded away. */
export function inShort(draft: Pick<Draft, 'topics' | 'author' | 'published' | 'hero'>): string {
  const { noTopics, noAuthor, noPicture, hasPicture } = words.editor;
  const parts = [
    draft.topics.join(', ') || noTopics,
    draft.author ?? noAuthor,
    draft.published === null ? '' : dayInWords(draft.published),
    draft.hero === null ? noPicture : hasPicture,
  ];
  return parts.filter(Boolean).join(' · ');
}
