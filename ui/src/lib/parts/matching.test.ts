import { expect, it } from 'vitest';

import { matching } from './matching';

const names = ['Anxiety', 'Chronic pain', 'Pain', 'Sleep'];

it.each([
  ['', ['Anxiety', 'Chronic pain', 'Pain', 'Sleep']],
  ['pa', ['Pain', 'Chronic pain']],
  ['PAIN', ['Chronic pain']],
  ['zzz', []],
])('"%s" suggests %j', (typed, expected) => {
  expect(matching(names, typed)).toEqual(expected);
});

it('suggests at most eight', () => {
  expect(matching('abcdefghijkl'.split(''), '')).toHaveLength(8);
});
