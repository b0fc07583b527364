import { expect, it } from 'vitest';

import { after } from './testing';
import { deletePicture, leavePicture } from './wholePicture';

const picture = '![A room](picture:0123456789abcdef)';

it.each([
  [`one\n\n${picture}|\n\ntwo`, 'one\n\n|\n\ntwo'],
  [`${picture}\n\n|two`, `⟨${picture}⟩\n\ntwo`],
  [`${picture}\n|two`, `⟨${picture}⟩\ntwo`],
  [`${picture}\n\n\n|two`, `${picture}\n\n\n|two`],
  [`a ${picture}|`, `a ${picture}|`],
  [`${picture}\n\nt|wo`, `${picture}\n\nt|wo`],
])('Backspace: %j becomes %j', (before, expected) => {
  expect(after(before, deletePicture)).toBe(expected);
});

it.each([
  ['![A ro|om](picture:0123456789abcdef)\n\ntwo', `${picture}\n\n|\n\ntwo`],
  [`${picture}|`, `${picture}\n\n|`],
  ['two|', 'two|'],
])('Enter: %j becomes %j', (before, expected) => {
  expect(after(before, leavePicture)).toBe(expected);
});
