import { EditorSelection, EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';

import { read } from '../commands/testing';
import { markdownSupport } from '../language';
import { typeInTable } from './type';

const RULE = '| --- | --- |';
const small = (head: string, row: string) => `${head}\n${RULE}\n${row}`;
const TABLE = small('| one | two |', '| three | four |');

/** A text in which the words from `first` to `last` are selected, or the cursor is behind `first`. */
function state(doc: string, first: string, last?: string): EditorState {
  const from = doc.indexOf(first);
  const selection =
    last === undefined
      ? EditorSelection.cursor(from + first.length)
      : EditorSelection.range(from, doc.indexOf(last) + last.length);
  return read(EditorState.create({ doc, selection, extensions: [markdownSupport(), typeInTable] }));
}

/** What CodeMirror does to put `text` where the selection is. */
function put(before: EditorState, text: string, userEvent: string): string {
  const spec = before.replaceSelection(text);
  return before.update({ ...spec, userEvent }).state.doc.toString();
}

it.each([
  ['input.type', 'x', small('| one | x |', '| ee | four |')],
  ['input.paste', 'a | b', small('| one | a \\| b |', '| ee | four |')],
  ['input.paste', 'a\n\nb', small('| one | a b |', '| ee | four |')],
  ['delete.cut', '', small('| one |  |', '| ee | four |')],
])('%s of %j over several cells leaves the cells', (userEvent, text, expected) => {
  expect(put(state(TABLE, 'two', 'thr'), text, userEvent)).toBe(expected);
});

it.each([
  ['input.paste', 'x\ny', 'onex y'],
  ['input.drop', 'x\ny', 'onex y'],
  ['input.paste', 'x | y', 'onex \\| y'],
  ['input.paste', 'x \\| y', 'onex \\| y'],
  ['input.paste', ' x', 'one x'],
  ['input.complete', 'x\\\\y', 'onex\\\\y'],
])('%s of %j into a cell keeps it one', (userEvent, text, cell) => {
  expect(put(state(TABLE, 'one'), text, userEvent)).toBe(small(`| ${cell} | two |`, '| three | four |'));
});

it('leaves what takes the place of a whole table as it is', () => {
  expect(put(state(TABLE, '| one', 'four |'), 'a\n\nb', 'input.paste')).toBe('a\n\nb');
});

it('leaves text beside a table as it is', () => {
  expect(put(state(`x\n\n${TABLE}`, 'x'), 'a\n|', 'input.paste')).toBe(`xa\n|\n\n${TABLE}`);
});

it('drags words out of several cells, and leaves the cells', () => {
  const doc = `x\n\n${TABLE}`;
  const before = state(doc, 'two', 'thr');
  const { from, to } = before.selection.main;
  const changes = [
    { from, to },
    { from: 1, insert: 'two thr' },
  ];
  const dragged = before.update({ changes, selection: { anchor: 8 }, userEvent: 'move.drop' }).state;
  expect(dragged.doc.toString()).toBe(`xtwo thr\n\n${small('| one |  |', '| ee | four |')}`);
  expect(dragged.selection.main.head).toBe(8);
});
