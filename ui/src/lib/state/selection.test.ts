import { expect, it } from 'vitest';

import { Selection } from './selection.svelte';

const all = ['a', 'b', 'c', 'd', 'e'];

// "b" toggles b, "a-c" extends from the row a to c, "*" selects all, "!" nothing, "=ab" keeps what is in the list "ab".
function after(steps: string): string {
  const selection = new Selection();
  for (const step of steps.split(' ')) {
    const [one = '', two] = step.split('-');
    if (step === '*') selection.all(all);
    else if (step === '!') selection.clear();
    else if (step.startsWith('=')) selection.keep(Array.from(step.slice(1)));
    else if (two) selection.extend(two, one, all);
    else selection.toggle(one);
  }
  return selection.ids.sort().join('');
}

it.each([
  ['b', 'b'],
  ['b d', 'bd'],
  ['b b', ''],
  ['*', 'abcde'],
  ['* !', ''],
  ['* c', 'abde'],
  // The first of a range is where the focus was.
  ['b-d', 'bcd'],
  ['d-b', 'bcd'],
  // A range that goes back gets smaller, and begins where it began.
  ['b-d d-c', 'bc'],
  ['b-d d-a', 'ab'],
  // What was selected before stays.
  ['a c-c c-e', 'abcde'],
  ['e b c-d', 'bcde'],
  ['b-d =ad', 'd'],
])('%s', (steps, selected) => {
  expect(after(steps)).toBe(selected);
});
