import { expect, it } from 'vitest';

import { editing } from './commands/testing';
import { roomAround } from './scrollRoom';

it.each([
  ['words|', false],
  ['| a | b |\n| --- | --- |\n| c¦ | d |', true],
  ['![A door](picture:0123456789abcdef)¦', true],
])('leaves room around the cursor in %j, and for a bar: %s', (marked, bar) => {
  const at = marked.indexOf('¦');
  const state =
    at < 0
      ? editing(marked)
      : editing('|')
          .update({ changes: { from: 0, insert: marked.replace('¦', '') } })
          .state.update({ selection: { anchor: at } }).state;
  const { top, bottom } = roomAround(state);
  // More than a line, and the bar besides.
  expect(top).toBeGreaterThan(30);
  expect(bottom).toBeGreaterThan(bar ? 60 : 30);
  expect(bottom > 60).toBe(bar);
});
