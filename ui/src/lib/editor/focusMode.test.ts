import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';

import { paragraphAt } from './focusMode';

const doc = 'one\ntwo\n\nthree\nfour\n\nfive';

it.each([
  [0, 0, 'one\ntwo'],
  [10, 10, 'three\nfour'],
  [8, 8, ''],
  [4, 10, 'one\ntwo\n\nthree\nfour'],
])('from %i to %i the paragraph is %j', (anchor, head, expected) => {
  const state = EditorState.create({ doc, selection: { anchor, head } });
  const { from, to } = paragraphAt(state, { from: 0, to: doc.length });
  expect(doc.slice(from, state.doc.lineAt(to).to)).toBe(expected);
});

it('does not walk through a long text that nobody sees', () => {
  const state = EditorState.create({ doc: 'line\n'.repeat(9000), selection: { anchor: 22_500 } });
  const { from, to } = paragraphAt(state, { from: 22_400, to: 22_600 });
  expect([from, to]).toEqual([22_400, 22_600]);
});
