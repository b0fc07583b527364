import { SearchQuery } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';

import { MOST, position } from './position';

const found = (doc: string, search: string, anchor = 0, head = 0) =>
  position(EditorState.create({ doc, selection: { anchor, head } }), new SearchQuery({ search }));

it('counts the matches, and which of them is selected', () => {
  expect(found('a b a', 'a', 4, 5)).toEqual({ current: 2, total: 2 });
  expect(found('a b a', 'a', 4, 4)).toEqual({ current: 0, total: 2 });
  expect(found('a b a', '')).toEqual({ current: 0, total: 0 });
});

it('stops counting where nobody cares any more', () => {
  expect(found('a'.repeat(5000), 'a').total).toBe(MOST + 1);
});
