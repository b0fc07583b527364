// The pages of one word, as `src/search/postings.rs` writes them.

const BITS = 1;

export interface Postings {
  /** The numbers of the pages, ascending. */
  pages: number[];
  /** How much the word weighs on each, from 1 to 15. */
  weights: number[];
}

export function decoded(text: string): Postings {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  let at = 1;
  const byte = (): number => bytes[at++] ?? 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const part = byte();
      value += (part & 0x7f) << shift;
      if (part < 0x80) return value;
    }
  };
  const pages: number[] = [];
  const count = number();
  if (bytes[0] === BITS) {
    for (let first = 0; first < 8 * count; first += 8) {
      const eight = byte();
      for (let bit = 0; bit < 8; bit += 1) if ((eight >> bit) & 1) pages.push(first + bit);
    }
  } else {
    for (let next = 0; pages.length < count; next += 1) {
      next += number();
      pages.push(next);
    }
  }
  const weights = pages.map((_, index) => ((bytes[at + (index >> 1)] ?? 0) >> (4 * (index & 1))) & 15);
  return { pages, weights };
}
