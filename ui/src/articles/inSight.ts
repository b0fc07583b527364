import type { FoundPiece } from '$lib/api';

/** Characters before the first found word that still leave it in a narrow window. */
const BEFORE = 28;

/** A place in a text that begins near its first found word, so that the word is seen in one line. */
export function inSight(pieces: FoundPiece[]): FoundPiece[] {
  const first = pieces.findIndex(({ found }) => found);
  if (first === -1) return pieces;
  const before = pieces
    .slice(0, first)
    .map(({ text }) => text)
    .join('');
  if (before.length <= BEFORE) return pieces;
  const near = before.slice(-BEFORE).replace(/^\S*\s+/, '');
  return [{ text: `… ${near}`, found: false }, ...pieces.slice(first)];
}
