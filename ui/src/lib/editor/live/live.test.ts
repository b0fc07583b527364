import { expect, it } from 'vitest';

import { lineClasses, seen, written } from './testing';

it.each([
  // Without the focus, nothing is shown of the marks.
  ['**bold** and *italic* and ~~gone~~ and `code`', 'bold and italic and gone and code'],
  ['see [our page](https://a.example/b "t") now', 'see our page now'],
  ['<https://a.example>', 'https://a.example'],
  ['2 \\* 3', '2 * 3'],
  ['***both***', 'both'],
  ['[**bold** link](https://a.example)', 'bold link'],
  ['[^1] and [words][ref] and [](https://a.example)', '[^1] and [words][ref] and [](https://a.example)'],
  ['**|', '**'],
  // Marks are shown where the cursor touches what they mark, and nowhere else.
  ['|one **bold** two', 'one bold two'],
  ['one |**bold** two', 'one **bold** two'],
  ['one **bo|ld** two', 'one **bold** two'],
  ['one **bold**| two', 'one **bold** two'],
  ['one **bold** |two', 'one bold two'],
  ['*a* **b|** *c*', 'a **b** c'],
  ['**bold *bo|th***', '**bold *both***'],
  ['**bo|ld *both***', '**bold both**'],
  ['⟨one⟩ **bold**', 'one bold'],
  ['⟨one *⟩a* **bold**', 'one *a* bold'],
  ['a\\|*b', 'a\\*b'],
  // The end of a line that counts on the page.
  ['one\\\ntwo', 'one\ntwo'],
  ['one|\\\ntwo', 'one\\\ntwo'],
  ['one\\\n|two', 'one\ntwo'],
  ['one\\\n|', 'one\n'],
  ['- one\\\n  |\n- two', '• one\n  \n• two'],
  ['one\\\n', 'one\\\n'],
  // An address is shown whole only where the cursor is in it.
  ['[wo|rds](https://a.example/b)', '[words](https://a.example/b)'],
  ['[wo|rds](https://a.example/a/very/long/address)', '[words](https://a.example/a/very□)'],
  ['[words](https://a.exam|ple/a/very/long/address)', '[words](https://a.example/a/very/long/address)'],
])('inline: %s is seen as %s', (marked, expected) => {
  expect(seen(written(marked))).toBe(expected);
});

it.each([
  ['## Heading\n\ntext', 'Heading\n\ntext'],
  ['## Hea|ding\n\ntext', '## Heading\n\ntext'],
  ['## Heading ##', 'Heading '],
  ['##', '##'],
  ['> one\n> two\n>\n> three|', 'one\ntwo\n\n> three'],
  ['> > deep', 'deep'],
  ['a\n\n---\n\nb', 'a\n\n\n\nb'],
  ['a\n\n-|--\n\nb', 'a\n\n---\n\nb'],
  ['```js\n**code**\n```', '\n**code**\n'],
  ['``|`js\ncode\n```', '```js\ncode\n'],
  ['Words\n---\n', 'Words\n\n'],
  ['Words\n-|', 'Words\n-'],
])('blocks: %j is seen as %j', (marked, expected) => {
  expect(seen(written(marked))).toBe(expected);
});

it.each([
  ['- one\n- two', '• one\n• two'],
  ['- o|ne', '• one'],
  ['* one\n+ two', '• one\n• two'],
  ['-', '-'],
  ['1. one\n2. two', '1. one\n2. two'],
  ['- one\n    - two\n      more\n\n  last', '• one\n• two\nmore\n\nlast'],
  ['1. one\n    - two', '1. one\n• two'],
  ['> - one\n>   more', '• one\nmore'],
  ['- one\n\n  ```\n  code\n  ```', '• one\n\n  \n  code\n  '],
])('lists: %j is seen as %j', (marked, expected) => {
  expect(seen(written(marked))).toBe(expected);
});

it('says what its lines are', () => {
  const state = written('## H\n\n> q\n> > r\n\n- a\n    1. b\n       c\n\n```\nx\n```\n\n---');
  expect(lineClasses(state)).toEqual([
    'cm-heading cm-heading-2',
    '',
    'cm-quotation-1',
    'cm-quotation-1 cm-quotation-2',
    '',
    'cm-list-1',
    'cm-list-2',
    'cm-list-2',
    '',
    'cm-code',
    'cm-code',
    'cm-code',
    '',
    'cm-rule',
  ]);
});
