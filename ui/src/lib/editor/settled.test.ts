import type { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';

import { lineBreak } from './commands/lineBreak';
import { newParagraph } from './commands/newParagraph';
import { editing, read } from './commands/testing';
import { settled } from './settled';

const after = (marked: string, ...changes: ((state: EditorState) => ReturnType<typeof lineBreak>)[]) => {
  let state = editing(marked);
  for (const change of changes) state = state.update(change(state) ?? {}).state;
  return settled(read(state));
};

it.each([
  ['one|', 'one\n'],
  ['one|\n\ntwo', 'one\n\n\ntwo'],
  ['- one|', '- one\n  '],
  ['- one|\n- two', '- one\n  \n- two'],
  ['> one|\n\ntwo', '> one\n> \n\ntwo'],
])('a break at the end of %j is not on the page', (before, expected) => {
  expect(after(before, lineBreak)).toBe(expected);
});

it.each(['one| two', 'one|\ntwo', '- one| two', '> one| two'])('a break before words stays: %j', (before) => {
  const state = editing(before);
  const broken = state.update(lineBreak(state) ?? {}).state;
  expect(settled(read(broken))).toBe(broken.doc.toString());
  expect(broken.doc.toString()).toContain('\\\n');
});

it.each([
  ['before another paragraph', 'C:\\|\n\ntwo', 'C:\\\n\n\n\ntwo'],
  ['at the end of an article', 'C:\\|', 'C:\\\n\n'],
])('a backslash that was typed stays, with Enter after it, %s', (_, before, expected) => {
  expect(after(before, newParagraph)).toBe(expected);
});

it.each(['```\na \\\n\n\nb\n```', 'one\\\\\n', 'one \\', 'one'])('%j stays as it is', (text) => {
  expect(settled(editing(`${text}|`))).toBe(text);
});
