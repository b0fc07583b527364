import { expect, it } from 'vitest';

import { editing } from './commands/testing';
import { formatsAt } from './formats';

it.each([
  ['pl|ain', []],
  ['**bo|ld**', ['bold']],
  ['***bo|th***', ['bold', 'italic']],
  ['## He|ading', ['heading2']],
  ['- one **b|old**', ['bold', 'bulletedList']],
  ['1. o|ne', ['numberedList']],
  ['> s[ai|d](https://a.example)', ['link', 'quotation']],
])('in %s: %j', (marked, expected) => {
  expect(formatsAt(editing(marked)).sort()).toEqual([...expected].sort());
});
