import { expect, it } from 'vitest';

import { figureOf, PLAIN, titleOf } from './figure';

// The same as in `figure.rs`.
it.each([
  ['', {}],
  ['A quiet room', { caption: 'A quiet room' }],
  [
    'A quiet room | credit: Ana Ruiz | size: small | side: left',
    { caption: 'A quiet room', credit: 'Ana Ruiz', size: 'small', side: 'left' },
  ],
  ['SIZE:Medium|side : RIGHT', { size: 'medium', side: 'right' }],
  ['credit: A: B', { credit: 'A: B' }],
  ['a | b | size: huge | credit: | note: c', { caption: 'a | b | size: huge | credit: | note: c' }],
  ['| | a |', { caption: 'a' }],
  ['left', { caption: 'left' }],
])('the title %j', (title, expected) => {
  expect(figureOf(title)).toEqual({ ...PLAIN, ...expected });
});

it.each([
  [{}, ''],
  [{ caption: ' A\n room ' }, 'A room'],
  [{ credit: 'Ana | Bo' }, 'credit: Ana / Bo'],
  [{ size: 'small', side: 'left' } as const, 'size: small | side: left'],
  [{ size: 'medium' } as const, 'size: medium'],
  [{ side: 'left' } as const, ''],
])('is written as short as it can be: %j', (figure, title) => {
  expect(titleOf({ ...PLAIN, ...figure })).toBe(title);
});
