// Characters that can't be seen, and letters of fonts that hold pictures.

/** Hyphens that show only at the end of a line, and spaces without width. Joiners stay where emoji and scripts need them. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]|(?<=^|[\p{Script=Latin}\p{P}\p{N}\s])[\u200C\u200D]/gu;

export function cleanCharacters(text: string): string {
  // Hardly any text has them, and looking behind each letter takes its time.
  return /[\u00AD\u200B-\u200D\u2060\uFEFF]/.test(text) ? text.replaceAll(UNSEEN, '') : text;
}

/** Word writes arrows and faces as letters of Wingdings. */
const WINGDINGS: Partial<Record<string, string>> = {
  à: '→',
  ß: '←',
  ó: '↔',
  J: '🙂',
  L: '🙁',
  ü: '✓',
  '\uF0E0': '→',
  '\uF0DF': '←',
  '\uF04A': '🙂',
  '\uF04C': '🙁',
  '\uF0FC': '✓',
};

export function fromWingdings(text: string): string {
  return Array.from(text, (letter) => WINGDINGS[letter] ?? letter).join('');
}

const HIGH: Partial<Record<string, string>> = pairs('0123456789+-−()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾');
const LOW: Partial<Record<string, string>> = pairs('0123456789+-−()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎');

/** Raised and lowered digits keep their meaning: 10³ is not 103. Letters, as in 1st, stay as they are. */
export function raised(text: string, kind: 'super' | 'sub'): string {
  const table = kind === 'super' ? HIGH : LOW;
  const letters = Array.from(text.trim());
  const known = letters.every((letter) => table[letter] !== undefined) && /\d/.test(text);
  return known ? letters.map((letter) => table[letter] ?? letter).join('') : text;
}

function pairs(from: string, to: string): Partial<Record<string, string>> {
  const targets = Array.from(to);
  return Object.fromEntries(Array.from(from, (letter, index) => [letter, targets[index] ?? letter]));
}
