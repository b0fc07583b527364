import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';

import { after, editing, read } from '../commands/testing';
import { columnAfter, columnBefore, removeColumn, removeRow, removeTable, rowAbove, rowBelow } from './edit';
import { bold } from '../commands/bold';
import { bulletedList } from '../commands/bulletedList';
import { callout } from '../commands/callout';
import { heading } from '../commands/heading';
import { insertTable } from '../commands/insertTable';
import { link, linkTarget } from '../commands/link';
import { numberedList } from '../commands/numberedList';
import { picture } from '../commands/picture';
import { quotation } from '../commands/quotation';
import { cellBreak } from './cellBreak';
import { cellBelow, leftOfCell, nextCell, placeInTable, previousCell, rightOfCell } from './move';
import { backspaceInTable, deleteInTable } from './remove';
import { cellsOf, tableAt } from './table';

const RULE = '| --- | :-: |';
const small = (head: string, row: string) => `${head}\n${RULE}\n${row}`;

it.each([
  ['| a | b |', ['a', 'b']],
  ['a | b', ['a', 'b']],
  ['|a|b', ['a', 'b']],
  ['  | a \\| b |  | `c` |  ', ['a \\| b', '', '`c`']],
  ['||', ['']],
  ['| a', ['a']],
])('the cells of %j are %j', (text, expected) => {
  const state = EditorState.create({ doc: text });
  const words = cellsOf(state.doc.line(1)).map(({ words: { from, to } }) => text.slice(from, to));
  expect(words).toEqual(expected);
});

/** `‸` for the cursor, since bars are walls here, and `⟨` … `⟩` for a selection. */
function done(marked: string, command: Parameters<typeof after>[1]): string {
  const state = editing(marked.replaceAll('|', '¦').replace('‸', '|'));
  const text = state.doc.toString().replaceAll('¦', '|');
  const set = state.update({
    changes: { from: 0, to: state.doc.length, insert: text },
    selection: state.selection,
  });
  const spec = command(read(set.state));
  const now = spec === null ? null : set.state.update(spec).state;
  if (now === null) return 'left to others';
  const { from, to, empty } = now.selection.main;
  const shown = now.doc.toString();
  if (empty) return `${shown.slice(0, from)}‸${shown.slice(from)}`;
  return `${shown.slice(0, from)}⟨${shown.slice(from, to)}⟩${shown.slice(to)}`;
}

it.each([
  ['‸', '| ‸ |  |\n| --- | --- |\n|  |  |\n|  |  |\n'],
  ['one‸', 'one\n\n| ‸ |  |\n| --- | --- |\n|  |  |\n|  |  |\n'],
])('inserted at %j', (before, expected) => {
  expect(done(before, insertTable)).toBe(expected);
});

it.each([
  [small('| a‸ | b |', '| c | d |'), small('| a | b‸ |', '| c | d |')],
  [small('| a | b‸ |', '| c | d |'), small('| a | b |', '| c‸ | d |')],
  [small('a | b‸', 'c | d'), small('a | b', 'c‸ | d')],
  [small('| a | b |', '| c | d‸ |'), `${small('| a | b |', '| c | d |')}\n| ‸ |  |`],
  [small('| a‸ | b |', '||'), small('| a | b‸ |', '||')],
  [small('| a | b‸ |', '||'), small('| a | b |', '| ‸ |')],
  ['no table‸', 'left to others'],
])('Tab: %j becomes %j', (before, expected) => {
  expect(done(before, nextCell)).toBe(expected);
});

it.each([
  [small('| a | b |', '| c‸ | d |'), small('| a | b‸ |', '| c | d |')],
  [small('| a‸ | b |', '| c | d |'), small('| a‸ | b |', '| c | d |')],
])('Shift-Tab: %j becomes %j', (before, expected) => {
  expect(done(before, previousCell)).toBe(expected);
});

it.each([
  [small('| a | b‸ |', '| c | d |'), small('| a | b |', '| c | d‸ |')],
  [small('| a | b |', '| c | d‸ |'), `${small('| a | b |', '| c | d |')}\n\n‸`],
  [`${small('| a | b |', '| c | d‸ |')}\n\ntwo`, `${small('| a | b |', '| c | d |')}\n\n‸\n\ntwo`],
])('Enter: %j becomes %j', (before, expected) => {
  expect(done(before, cellBelow)).toBe(expected);
});

it.each([
  [small('| a | b |', '| c‸ | d |'), small('| a | b |', '| c<br>‸ | d |')],
  [small('| a | b‸b |', '| c | d |'), small('| a | b<br>‸b |', '| c | d |')],
])('Shift+Enter: %j becomes %j', (before, expected) => {
  expect(done(before, cellBreak)).toBe(expected);
});

it.each([
  ['row below', rowBelow, small('| a | b |', '| c | d‸ |'), `${small('| a | b |', '| c | d |')}\n|  | ‸ |`],
  ['row above', rowAbove, small('| a | b |', '| c | d‸ |'), `${small('| a | b |', '|  | ‸ |')}\n| c | d |`],
  ['row above', rowAbove, small('| a‸ | b |', '| c | d |'), `${small('| a | b |', '| ‸ |  |')}\n| c | d |`],
  [
    'column after',
    columnAfter,
    small('| a‸ | b |', '| c | d |'),
    '| a | ‸ | b |\n| --- | --- | :-: |\n| c |  | d |',
  ],
  [
    'column before',
    columnBefore,
    small('| a‸ | b |', '| c |'),
    '| ‸ | a | b |\n| --- | --- | :-: |\n|  | c |  |',
  ],
  ['remove row', removeRow, small('| a | b |', '| c‸ | d |'), '| a‸ | b |\n| --- | :-: |'],
  ['remove row', removeRow, small('| a‸ | b |', '| c | d |'), '| c‸ | d |\n| --- | :-: |'],
  ['remove row', removeRow, 'x\n\n| a‸ | b |\n| --- | :-: |', 'x\n\n‸'],
  ['remove column', removeColumn, small('| a‸ | b |', '| c | d |'), '| b‸ |\n| :-: |\n| d |'],
  ['remove column', removeColumn, '| a‸ |\n| --- |\n| b |', '‸'],
  ['remove table', removeTable, `x\n\n${small('| a | b |', '| c | d‸ |')}\n\ny`, 'x\n\n‸\n\ny'],
] as const)('%s', (_name, command, before, expected) => {
  expect(done(before, command)).toBe(expected);
});

it.each([
  [small('| a | ‸b |', '| c | d |'), small('| a‸ | b |', '| c | d |')],
  [small('| a | b‸ |', '| c | d |'), 'left to others'],
  [`x\n\n${small('| ‸a | b |', '| c | d |')}`, `x\n‸\n${small('| a | b |', '| c | d |')}`],
])('left: %j becomes %j', (before, expected) => {
  expect(done(before, leftOfCell)).toBe(expected);
});

it.each([
  [small('| a‸ | b |', '| c | d |'), small('| a | ‸b |', '| c | d |')],
  [small('| ‸a | b |', '| c | d |'), 'left to others'],
  [`${small('| a | b |', '| c | d‸ |')}\n\ny`, `${small('| a | b |', '| c | d |')}\n‸\ny`],
])('right: %j becomes %j', (before, expected) => {
  expect(done(before, rightOfCell)).toBe(expected);
});

it.each([
  [small('| a | ‸b |', '| c | d |'), small('| a | ‸b |', '| c | d |')],
  [small('| a | b‸ |', '| c | d |'), 'left to others'],
  [small('| ‸ |  |', '|  |  |'), '‸'],
])('Backspace: %j becomes %j', (before, expected) => {
  expect(done(before, backspaceInTable)).toBe(expected);
});

it.each([
  [small('| a‸ | b |', '| c | d |'), small('| a‸ | b |', '| c | d |')],
  [small('| ‸a | b |', '| c | d |'), 'left to others'],
])('Delete: %j becomes %j', (before, expected) => {
  expect(done(before, deleteInTable)).toBe(expected);
});

it('takes only words from the cells that are selected', () => {
  const text = small('| one | two |', '| three | four |');
  const state = editing('|').update({ changes: { from: 0, insert: text } }).state;
  read(state);
  const over = (from: string, to: string) =>
    state.update({ selection: { anchor: text.indexOf(from), head: text.indexOf(to) + to.length } }).state;
  const result = (at: typeof state) => {
    const spec = backspaceInTable(at);
    return spec && at.update(spec).state.doc.toString();
  };
  expect(result(over('two', 'thr'))).toBe(small('| one |  |', '| ee | four |'));
  expect(result(over('two', 'two'))).toBeNull();
  expect(result(state.update({ selection: { anchor: 0, head: text.length } }).state)).toBeNull();
});

it('keeps the cursor out of the walls and of the line below the head', () => {
  const text = `x\n\n${small('| a | b |', '| c | d |')}`;
  const state = editing('|').update({ changes: { from: 0, insert: text } }).state;
  read(state);
  const at = (part: string) => text.indexOf(part);
  const head = at('| a');
  expect(placeInTable(state, head, 0)).toBe(at('a |'));
  expect(placeInTable(state, head + 1, 0)).toBe(at('a |'));
  expect(placeInTable(state, head + 9, 0)).toBe(head + 8);
  expect(placeInTable(state, at('---'), 0)).toBe(at('c') + 1);
  expect(placeInTable(state, at(':-:'), text.length)).toBe(at('b') + 1);
  expect(placeInTable(state, 0, 9)).toBeNull();
});

it('is no table in a list or a quotation', () => {
  const text = `> ${small('| a | b |', '| c | d |').replaceAll('\n', '\n> ')}`;
  const state = editing('|').update({ changes: { from: 0, insert: text } }).state;
  read(state);
  expect(tableAt(state, 4)).toBeNull();
});

const inRow = small('| a | b |', '| c‸ | d |');
const overRow = small('| a | b |', '| ⟨c | d⟩ |');

it.each([
  ['a heading', (state: EditorState) => heading(state, 2)],
  ['a list', bulletedList],
  ['a numbered list', numberedList],
])('makes no row %s', (_name, command) => {
  expect(done(inRow, command)).toBe(inRow);
  expect(done(overRow, command)).toBe(overRow);
  const quoted = `> ${inRow.replaceAll('\n', '\n> ')}`;
  expect(done(quoted, command)).toBe(quoted);
});

it('makes a list of the lines beside a table, and not of the table', () => {
  const table = small('| a | b |', '| c | d |');
  expect(done(`⟨x\n\n${table}⟩`, bulletedList)).toBe(`- ⟨x\n\n${table}⟩`);
});

it.each([
  ['a quotation', quotation, '> ‸'],
  ['a box', (state: EditorState) => callout(state, 'note'), '> [!NOTE]\n> ‸'],
  [
    'a picture',
    (state: EditorState) => picture(state, { reference: 'picture:0', alt: 'x' }),
    '![x](picture:0)\n\n‸',
  ],
])('puts %s after the table', (_name, command, block) => {
  const table = small('| a | b |', '| c | d |');
  for (const before of [small('| a‸ | b |', '| c | d |'), inRow, overRow]) {
    expect(done(before, command).trimEnd()).toBe(`${table}\n\n${block}`);
  }
});

it.each([
  [small('| ⟨a | b⟩ |', '| c | d |'), small('| **⟨a** | **b⟩** |', '| c | d |')],
  [small('| a | ⟨b |', '| c⟩ | d |'), small('| a | **⟨b** |', '| **c⟩** | d |')],
  [small('| ⟨one two |  |', '| c⟩ | d |'), small('| **⟨one two** |  |', '| **c⟩** | d |')],
  [small('| **⟨a** | b⟩ |', '| c | d |'), small('| **⟨a** | **b⟩** |', '| c | d |')],
])('bold: %j becomes %j', (before, expected) => {
  expect(done(before, bold)).toBe(expected);
});

it('takes bold away from every cell', () => {
  const plain = small('| a | ⟨b |', '| c⟩ | d |');
  expect(done(done(plain, bold), bold)).toBe(plain);
});

it.each([
  [small('| a | ⟨b |', '| c⟩ | d |'), small('| a | [b](#x)‸ |', '| c | d |')],
  [small('⟨| a | b |', '| c | d |⟩'), small('| [a](#x)‸ | b |', '| c | d |')],
])('a link over several cells is one of the first: %j becomes %j', (before, expected) => {
  const to = (state: EditorState) => link({ ...linkTarget(state), destination: '#x' });
  expect(done(before, to)).toBe(expected);
});
