// Plain text as it comes from emails, from PDFs and from other programs. Marks in it are meant: they stay.

import { cleanCharacters } from './characters';
import type { Pasted } from './convert';

const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\S/;
const BULLET = /^(\s*)[•▪◦‣●○■·\uF0B7\uF0A7]\s*(?=\S)/;
const TOGETHER = /^\s*(?:\||>)/;

/** Each line of an email is a paragraph, unless there are empty lines between paragraphs already. */
export function convertPlain(text: string): Pasted {
  const lines = tidyLines(text);
  const apart = lines.length > 1 && !lines.includes('') && !lines.some(isFence);
  const result = apart ? linesApart(lines) : lines.join('\n');
  const full = lines.filter((line) => line !== '');
  const shape = full.length < 2 ? 'words' : full.every((line) => ITEM.test(line)) ? 'list' : undefined;
  return { text: result, shape: shape ?? (full.every((line) => !isBlock(line)) ? 'paragraphs' : 'blocks') };
}

/** Nothing unseen, no spaces that would make a line code, one empty line for any number, and none around. */
function tidyLines(text: string): string[] {
  const lines = cleanCharacters(text)
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll(/[\u00A0\v\f]/g, ' ')
    .split('\n');
  const code = lines.some(isFence);
  const tidy = code ? lines : lines.map((line) => trimLine(line.replace(BULLET, '$1- ')));
  return tidy
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .replace(/\n+$/, '')
    .split('\n');
}

/** Two spaces at the end of a line are a line break that somebody meant; at its start, only an item needs them. */
function trimLine(line: string): string {
  const words = line.trim();
  if (words === '') return '';
  const start = ITEM.test(line) ? line.slice(0, line.indexOf(words)).replaceAll('\t', '    ') : '';
  return start + words + (/\S {2}$/.test(line) ? '  ' : '');
}

function linesApart(lines: string[]): string {
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      if (before === undefined) return line;
      return `${belongTogether(before, line) ? '\n' : '\n\n'}${line}`;
    })
    .join('');
}

function belongTogether(before: string, line: string): boolean {
  if (/ {2}$|\\$/.test(before)) return true;
  return (ITEM.test(before) && ITEM.test(line)) || (TOGETHER.test(before) && TOGETHER.test(line));
}

function isBlock(line: string): boolean {
  return ITEM.test(line) || TOGETHER.test(line) || isFence(line) || /^#{1,6}\s/.test(line);
}

function isFence(line: string): boolean {
  return /^\s*(?:```|~~~)/.test(line);
}
