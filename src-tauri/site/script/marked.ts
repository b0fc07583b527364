import { stemOf, wordsOf } from './words.ts';

const WORD = /([\p{Alphabetic}\p{N}\p{M}'’]+)/u;

/** A text in pieces, of which some have a word that was found. */
export function marked(text: string, stems: Set<string>): { text: string; found: boolean }[] {
  return text
    .split(WORD)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, found: wordsOf(piece).some((word) => stems.has(stemOf(word))) }));
}
