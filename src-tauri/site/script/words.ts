// A text as the words that it is found by: the same, step by step, as `src/search/words.rs`.

import { stem } from 'porter2';

const LONGEST = 40;

const NO_LETTER = /[^\p{Alphabetic}\p{N}']+/u;
const IDEOGRAPH = /([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])/;

const SPELLED: Record<string, string> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
};

/** The words of a text in lower case and without accents. */
export function wordsOf(text: string): string[] {
  return folded(text)
    .split(NO_LETTER)
    .flatMap((part) => part.replace(/'s$/, '').replaceAll("'", '').split(IDEOGRAPH))
    .map((word) => word.slice(0, LONGEST))
    .filter((word) => word !== '');
}

/** What is the same in all forms of a word. */
export function stemOf(word: string): string {
  return /^[a-z]+$/.test(word) ? stem(word) : word;
}

function folded(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, '')
      // What lies beyond has two places in a text of JavaScript's.
      .replace(/[\ud800-\udfff]/g, ' ')
      .replace(/[’‘ʼßæœþøðđłıς]/g, (letter) => SPELLED[letter] ?? letter)
  );
}
