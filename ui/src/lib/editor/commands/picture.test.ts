import { expect, it } from 'vitest';

import { picture } from './picture';
import { after } from './testing';

const shown = { reference: 'picture:0123456789abcdef', alt: 'A [quiet] room' };
const mark = '![A \\[quiet\\] room](picture:0123456789abcdef)';

it.each([
  ['|', `${mark}\n\n|`],
  ['one|', `one\n\n${mark}\n\n|`],
  ['o|ne', `one\n\n${mark}\n\n|`],
  ['one\n\n|', `one\n\n${mark}\n\n|`],
  ['one|\n\ntwo', `one\n\n${mark}\n\n|two`],
  ['one\n|two', `one\n\n${mark}\n\n|two`],
])('stands in a paragraph of its own: %j becomes %j', (before, expected) => {
  expect(after(before, (state) => picture(state, shown))).toBe(expected);
});
