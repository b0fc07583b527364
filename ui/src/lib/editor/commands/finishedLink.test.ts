import { expect, it } from 'vitest';

import { finished, finishes } from '../finished';
import { shortenLink } from './finishedLink';
import { editing, read } from './testing';
import { StateEffect } from '@codemirror/state';

/** As a dialog leaves it, with `|` for the cursor. */
function left(marked: string) {
  const state = editing(marked).update({ effects: StateEffect.appendConfig.of(finished) }).state;
  return read(state.update({ annotations: finishes.of(true) }).state);
}

it.each([
  ['see [our page](https://a.example)|', 'see [our pag](https://a.example)'],
  ['[é👩‍⚕️](#a)|', '[é](#a)'],
  ['see [a](#a)|', 'see '],
  ['words[^1]|', 'words'],
  ['[**bold**](x)|', '[**bol**](x)'],
  ['[a **b c**](x)|', '[a **b**](x)'],
  ['[a **b**](x)|', '[a ](x)'],
  ['[***bold***](x)|', '[***bol***](x)'],
  ['[**b _c_**](x)|', '[**b**](x)'],
  ['see [**b**](x)|', 'see '],
  ['[`code`](x)|', '[`cod`](x)'],
  ['[what\\*](x)|', '[what](x)'],
  ['[**what\\***](x)|', '[**what**](x)'],
  ['[a &amp;](x)|', '[a ](x)'],
])('%s becomes %s', (before, expected) => {
  const state = left(before);
  const change = shortenLink(state);
  expect(change && state.update(change).state.doc.toString()).toBe(expected);
});

it.each(['see [our page](#a)| now', 'words|', '⟨[a](#a)⟩'])('leaves alone: %s', (marked) => {
  expect(shortenLink(editing(marked))).toBeNull();
});

it('leaves a picture in a link to others', () => {
  expect(shortenLink(left('[a ![b](c)](x)|'))).toBeNull();
});

it('goes on with the next letter', () => {
  let state = left('[abc](#a)|');
  for (const expected of ['[ab](#a)', '[a](#a)', '']) {
    const change = shortenLink(state);
    if (change === null) throw new Error('nothing is taken off');
    state = read(state.update(change).state);
    expect(state.doc.toString()).toBe(expected);
  }
});
