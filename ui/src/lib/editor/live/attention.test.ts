import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';

import { finished, finishes } from '../finished';
import { attended, attention, setFocused, setPressed } from './attention';

const start = EditorState.create({ doc: 'one two', selection: { anchor: 3 }, extensions: attention });
const focused = start.update({ effects: setFocused.of(true) }).state;
const spans = (state: EditorState) => attended(state).map(({ from, to }) => [from, to]);

it('is nowhere without the focus', () => {
  expect(spans(start)).toEqual([]);
  expect(attended(start)).toBe(attended(start.update({ selection: { anchor: 1 } }).state));
});

it('is where the selection is', () => {
  expect(spans(focused)).toEqual([[3, 3]]);
  expect(spans(focused.update({ selection: { anchor: 1, head: 5 } }).state)).toEqual([[1, 5]]);
});

it('stays where it was while the mouse is pressed', () => {
  const pressed = focused.update({ effects: setPressed.of(true) }).state;
  const dragged = pressed.update({ selection: { anchor: 0, head: 7 } }).state;
  expect(spans(dragged)).toEqual([[3, 3]]);
  expect(spans(dragged.update({ effects: setPressed.of(false) }).state)).toEqual([[0, 7]]);
});

it('moves along with the text while the mouse is pressed', () => {
  const pressed = focused.update({ effects: setPressed.of(true) }).state;
  expect(spans(pressed.update({ changes: { from: 0, insert: 'xx' } }).state)).toEqual([[5, 5]]);
});

it('is nowhere still when the mouse brings the focus, until it is released', () => {
  const pressed = start.update({ effects: setPressed.of(true) }).state;
  const now = pressed.update({ effects: setFocused.of(true), selection: { anchor: 5 } }).state;
  expect(spans(now)).toEqual([]);
  expect(spans(now.update({ effects: setPressed.of(false) }).state)).toEqual([[5, 5]]);
});

it('is nowhere where a dialog has written something, until somebody goes on there', () => {
  const extensions = [attention, finished];
  const created = EditorState.create({ doc: 'one', selection: { anchor: 3 }, extensions });
  const before = created.update({ effects: setFocused.of(false) }).state;
  const change = { from: 3, insert: ' [two](#b)' };
  const written = before.update({
    changes: change,
    selection: { anchor: 13 },
    annotations: finishes.of(true),
  });
  const back = written.state.update({ effects: setFocused.of(true) }).state;
  expect(spans(back)).toEqual([]);
  expect(spans(back.update({ selection: { anchor: 12 } }).state)).toEqual([[12, 12]]);
  expect(spans(back.update({ changes: { from: 13, insert: '!' } }).state)).toEqual([[13, 13]]);
});
