import { expect, it } from 'vitest';

import { callout } from './callout';
import { after } from './testing';

it.each([
  ['|', '> [!NOTE]\n> |\n'],
  ['one|', 'one\n\n> [!NOTE]\n> |\n'],
  ['o|ne\nmore\n\ntwo', 'one\nmore\n\n> [!NOTE]\n> |\n\ntwo'],
  ['- a\n- b|\n- c\n\ntwo', '- a\n- b\n- c\n\n> [!NOTE]\n> |\n\ntwo'],
  // Around what is selected.
  ['one\n\n⟨two\n\nthree⟩\n\nfour', 'one\n\n> [!NOTE]\n> two\n>\n> three|\n\nfour'],
  ['one\n⟨two⟩\nthree', 'one\n\n> [!NOTE]\n> two|\n\nthree'],
  // A quotation becomes one, another kind becomes this one, and this one plain words.
  ['> wo|rds', '> [!NOTE]\n> wo|rds'],
  ['> [!CALL]\n> wo|rds', '> [!NOTE]\n> wo|rds'],
  ['> [!important] wo|rds', '> [!NOTE] wo|rds'],
  ['> [!NOTE]\n> wo|rds\n>\n> more', 'wo|rds\n\nmore'],
  ['> [!TIP] wo|rds', 'wo|rds'],
])('%j becomes %j', (before, expected) => {
  expect(after(before, (state) => callout(state, 'note'))).toBe(expected);
});

it('knows the marks of every kind', () => {
  expect(after('|', (state) => callout(state, 'important'))).toBe('> [!IMPORTANT]\n> |\n');
  expect(after('|', (state) => callout(state, 'call'))).toBe('> [!CALL]\n> |\n');
});
