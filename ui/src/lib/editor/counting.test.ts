// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { counting } from './counting';

const counted = vi.fn();
let view: EditorView;

beforeEach(() => {
  vi.useFakeTimers();
  counted.mockClear();
  view = new EditorView({ doc: 'one two three', extensions: counting(counted) });
});

afterEach(() => {
  view.destroy();
  vi.useRealTimers();
});

it('counts when the text is there, and after a pause', () => {
  vi.advanceTimersByTime(300);
  expect(counted.mock.calls).toEqual([[{ words: 3, selected: null }]]);
  for (const letter of ' four') {
    view.dispatch({ changes: { from: view.state.doc.length, insert: letter } });
    vi.advanceTimersByTime(100);
  }
  expect(counted).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(300);
  expect(counted).toHaveBeenLastCalledWith({ words: 4, selected: null });
});

it('counts the words that are selected', () => {
  view.dispatch({ selection: { anchor: 0, head: 7 } });
  vi.advanceTimersByTime(300);
  expect(counted).toHaveBeenLastCalledWith({ words: 3, selected: 2 });
});

it('is silent once the text is gone', () => {
  view.destroy();
  vi.advanceTimersByTime(300);
  expect(counted).not.toHaveBeenCalled();
});
