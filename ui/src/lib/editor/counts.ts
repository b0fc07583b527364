// How many words there are, and how long they take to read.

import { words as say, counted } from '../words';

export interface Counts {
  words: number;
  /** Of the words that are selected; nothing while none are. */
  selected: number | null;
}

/**
 * Adults read 238 words of non-fiction a minute in silence: Brysbaert 2019, "How many words do we read per minute?",
 * doi.org/10.1016/j.jml.2019.104047. A little less, since medical words are long.
 */
const WORDS_A_MINUTE = 230;

/** What stands in the text but is no word of the page: addresses, numbers of sources, marks of callouts, breaks in cells. */
const ADDRESS =
  /\]\([^()\s]*(?:\s+"[^"]*")?\)|<?https?:\/\/[^\s>)]+>?|\[\^[^\]\s]+\]:?|^[ \t]*>[ \t]*\[!\w+\]|<br\s*\/?>/gm;
/** "don’t", "follow-up" and "1,200.5" are one word each. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,\-‑][\p{L}\p{M}\p{N}]+)*/gu;

export function countWords(text: string): number {
  return text.replaceAll(ADDRESS, ' ').match(WORD)?.length ?? 0;
}

export function minutesToRead(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}

/** "612 words · 3 min read" */
export function countsInWords({ words, selected }: Counts): string {
  if (selected !== null) return say.counts.selected(selected, words);
  const total = counted(words, 'word');
  return words === 0 ? total : `${total} · ${say.counts.minutes(minutesToRead(words))}`;
}
