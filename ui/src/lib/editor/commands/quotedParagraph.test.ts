import { expect, it } from 'vitest';

import { joinQuoted, newQuotedParagraph } from './quotedParagraph';
import { after } from './testing';

it.each([
  ['> one|', '> one\n>\n> |'],
  ['> one| two', '> one\n>\n> |two'],
  ['> [!NOTE]\n> one|', '> [!NOTE]\n> one\n>\n> |'],
  // An empty one was the last.
  ['> one\n>\n> |', '> one\n\n|'],
  ['> one\n> |\n\ntwo', '> one\n\n|\n\ntwo'],
  // Left to others.
  ['> - one|', '> - one|'],
  ['> > one|', '> > one|'],
  ['one|', 'one|'],
  ['> |', '> |'],
  ['> one\n> |\n> two', '> one\n> |\n> two'],
])('Enter: %j becomes %j', (before, expected) => {
  expect(after(before, newQuotedParagraph)).toBe(expected);
});

it.each([
  ['> one\n>\n> |two', '> one|two'],
  ['> one\n> |two', '> one\n> |two'],
  ['> one\n>\n> t|wo', '> one\n>\n> t|wo'],
  ['one\n\n> [!NOTE]\n> |\n\ntwo', 'one\n\n|\n\ntwo'],
  ['> [!NOTE]\n> |\n> two', '> [!NOTE]\n> |\n> two'],
  ['one\n\n> |two', 'one\n\n> |two'],
])('Backspace: %j becomes %j', (before, expected) => {
  expect(after(before, joinQuoted)).toBe(expected);
});
