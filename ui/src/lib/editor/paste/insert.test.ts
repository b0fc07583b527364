import { history, undo } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';

import { markdownSupport } from '../language';
import { after, editing, shown } from '../commands/testing';
import type { Pasted } from './convert';
import { insertPasted, linkPasted } from './insert';

const words = (text: string): Pasted => ({ text, shape: 'words' });
const two: Pasted = { text: 'One.\n\nTwo.', shape: 'paragraphs' };
const list: Pasted = { text: '- a\n  - b\n- c', shape: 'list' };
const blocks: Pasted = { text: '## New\n\nWords.', shape: 'blocks' };

const pasting =
  (pasted: Pasted, plain = pasted.text) =>
  (state: EditorState) =>
    insertPasted(state, pasted, plain);

it.each([
  ['into a line', 'see | now', words('**this**'), 'see **this**| now'],
  ['over words', 'see ⟨that⟩ now', words('this'), 'see this| now'],
  ['what is escaped for the start of a line', 'see |', words('1\\. this'), 'see 1. this|'],
  ['the same at the start of a line', '|', words('1\\. this'), '1\\. this|'],
  ['line breaks into a heading', '## A|', words(' b\\\nc'), '## A b c|'],
  ['paragraphs into an empty text', '|', two, 'One.\n\nTwo.|'],
  ['paragraphs into the middle of one', 'Before| after.', two, 'Before\n\nOne.\n\nTwo.|\n\nafter.'],
  ['paragraphs at an end', 'Before.|\n\nAfter.', two, 'Before.\n\nOne.\n\nTwo.|\n\nAfter.'],
  ['blocks between lines', 'Before.\n|\nAfter.', blocks, 'Before.\n\n## New\n\nWords.|\n\nAfter.'],
  ['blocks after a heading', '## A|\n\nB', blocks, '## A\n\n## New\n\nWords.|\n\nB'],
  ['blocks over words', 'A ⟨b⟩ c', blocks, 'A\n\n## New\n\nWords.|\n\nc'],
  ['blocks into a quotation', '> A|', blocks, '> A\n>\n> ## New\n>\n> Words.|'],
  ['one paragraph into an item', '- a|', words('b'), '- ab|'],
  ['paragraphs into an item', '- |', two, '- One.\n- Two.|'],
  ['paragraphs into a numbered item', 'x\n\n3. a |', two, 'x\n\n3. a One.\n4. Two.|'],
  ['a list into an empty item', '- x\n- |', list, '- x\n- a\n  - b\n- c|'],
  ['a list after an item', '- x\n  - y|', list, '- x\n  - y\n  - a\n    - b\n  - c|'],
  ['a list into an empty text', '|', list, '- a\n  - b\n- c|'],
  ['blocks after a web address', 'https://a.example|', blocks, 'https://a.example\n\n## New\n\nWords.|'],
  ['blocks into an item', '- x|', blocks, '- x\n\n## New\n\nWords.|'],
])('%s', (_, before, pasted, expected) => {
  expect(after(before, pasting(pasted))).toBe(expected);
});

it.each([
  ['code', '```\na|\n```', '```\na*b*\r\nc|\n```'.replace('\r', '')],
  ['code in a line', 'a `b|c` d', 'a `b*b*\nc|c` d'],
  ['an address', '[a](https://b|)', '[a](https://b*b*\nc|)'],
])('into %s goes the text as it is', (_, before, expected) => {
  expect(after(before, pasting(words('**b**'), '*b*\r\nc'))).toBe(expected);
});

it('keeps a table a table', () => {
  const doc = '| a | b |\n| --- | --- |\n| c | d |';
  const anchor = doc.indexOf('c') + 1;
  const state = EditorState.create({ doc, selection: { anchor }, extensions: [markdownSupport()] });
  const next = state.update(insertPasted(state, two, 'One | 1.\nTwo.')).state;
  expect(next.doc.toString()).toBe('| a | b |\n| --- | --- |\n| cOne \\| 1. Two. | d |');
});

it('keeps words apart that were apart', () => {
  expect(after('see|now', pasting(words('this'), ' this '))).toBe('see this |now');
  expect(after('see | now', pasting(words('this'), ' this '))).toBe('see this| now');
});

it('is one step of undo, apart from what was typed', () => {
  let state = EditorState.create({ extensions: [history()] });
  const dispatch = (tr: { state: EditorState }) => (state = tr.state);
  dispatch(
    state.update({
      changes: { from: 0, insert: 'Typed' },
      selection: { anchor: 5 },
      userEvent: 'input.type',
    }),
  );
  dispatch(state.update(insertPasted(state, two, '')));
  const end = state.doc.length;
  dispatch(
    state.update({
      changes: { from: end, insert: '!' },
      selection: { anchor: end + 1 },
      userEvent: 'input.type',
    }),
  );
  const back: string[] = [];
  while (undo({ state, dispatch })) back.push(shown(state));
  expect(back).toEqual(['Typed\n\nOne.\n\nTwo.|', 'Typed|', '|']);
});

it.each([
  ['see ⟨our page⟩ now', 'see [our page](https://a.example/b)| now'],
  ['see ⟨our page ⟩now', 'see [our page](https://a.example/b)| now'],
  ['see ⟨**our** page⟩', 'see [**our** page](https://a.example/b)|'],
  ['see | now', null],
  ['⟨two\nlines⟩', null],
  ['⟨https://old.example⟩', null],
  ['`⟨code⟩`', null],
  ['⟨Sleep \\[2024\\]⟩', '[Sleep \\[2024\\]](https://a.example/b)|'],
  ['⟨- one⟩', '- [one](https://a.example/b)|'],
])('a web address over %s', (before, expected) => {
  const state = editing(before);
  const spec = linkPasted(state, ' https://a.example/b\n');
  expect(spec && shown(state.update(spec).state)).toBe(expected);
});

it('a web address over several cells makes no link', () => {
  const doc = '| a | b |\n| --- | --- |\n| c | d |';
  const over = (from: string, to: string) =>
    EditorState.create({
      doc,
      selection: { anchor: doc.indexOf(from), head: doc.indexOf(to) + 1 },
      extensions: [markdownSupport()],
    });
  expect(linkPasted(over('c', 'd'), 'https://a.example')).toBeNull();
  expect(linkPasted(over('c', 'c'), 'https://a.example')).not.toBeNull();
});

it('what is no web address makes no link', () => {
  expect(linkPasted(editing('⟨our page⟩'), 'our other page')).toBeNull();
});
