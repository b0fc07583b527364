import { expect, it } from 'vitest';

import { callToAction } from './callToAction';
import { divider } from './divider';
import { question } from './question';
import { source } from './source';
import { steps } from './steps';
import { after } from './testing';
import { video } from './video';

it.each([
  ['steps', steps, '1. **⟨What to do first.⟩** How to do it.\n2. **What comes next.** How to do it.\n'],
  ['a question', question, '### ⟨What do patients ask?⟩\n\nWhat you answer.\n'],
  ['a divider', divider, '---\n\n|\n'],
  ['the call to action', callToAction, '[⟨Would you like to talk it through?⟩](practice:contact)\n'],
] as const)('%s stands apart, with what is to be written over selected', (_name, command, expected) => {
  expect(after('|', command)).toBe(expected);
  expect(after('o|ne\n\ntwo', command)).toBe(`one\n\n${expected.trimEnd()}\n\ntwo`);
});

it('puts a video in a paragraph of its own', () => {
  const put = (state: Parameters<typeof video>[0]) =>
    video(state, 'https://youtu.be/a(b)', 'Your [first] visit');
  expect(after('one|', put)).toBe('one\n\n[Your \\[first\\] visit](https://youtu.be/a%28b%29)\n\n|\n');
});

it.each([
  ['Sleep well.|', 'CDC', '', 'Sleep well.[^1]|\n\n[^1]: CDC\n'],
  [
    'a|\n\nb\n',
    'CDC [2024]',
    'cdc.gov/sleep',
    'a[^1]|\n\nb\n\n[^1]: [CDC \\[2024\\]](https://cdc.gov/sleep)\n',
  ],
  ['a[^1] b|\n\n[^1]: c\n', 'd', '', 'a[^1] b[^2]|\n\n[^1]: c\n[^2]: d\n'],
  ['a[^2] b|\n\n[^2]: c', 'd', '', 'a[^2] b[^1]|\n\n[^2]: c\n[^1]: d\n'],
  ['a\n\n|\n', 'b', '', 'a\n\n[^1]|\n\n[^1]: b\n'],
  ['a|', '', 'cdc.gov', 'a[^1]|\n\n[^1]: [cdc.gov](https://cdc.gov)\n'],
])('source: %j with %j becomes %j', (before, title, address, expected) => {
  expect(after(before, (state) => source(state, title, address))).toBe(expected);
});
