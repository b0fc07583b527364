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
  ['[words][ref] and [](https://a.example)', '[words][ref] and [](https://a.example)'],
  // Sources: their numbers, and their lines at the end.
  ['one[^1] and[^ab]', 'one1 andab'],
  ['one[^1|]', 'one[^1]'],
  ['[^1]: See [words](https://a.example)', '1See words'],
  ['[^1]: https://a.example', '1https://a.example'],
  ['[^|1]: words', '[^1]: words'],
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

it('shows a table without its bars', () => {
  const text = '| a | b |\n| --- | :-: |\n| c \\| d |  |\n\nx';
  const state = written('').update({ changes: { from: 0, insert: text } }).state;
  expect(seen(state)).toBe('ab\n\nc | d \n\nx');
  expect(lineClasses(state)).toEqual(['cm-table-row cm-table-head', 'cm-table-rule', 'cm-table-row', '', '']);
});

it.each([
  ['| a | b |\n| - | - |\n| c<br>d | **e<br/>f** |', 'ab\n\nc↵de↵f'],
  ['| a | b |\n| - | - |\n| c<br>d | <b>e |', 'ab\n\nc↵d<b>e'],
  ['a<br>b', 'a<br>b'],
])('breaks in cells: %j is seen as %j', (text, expected) => {
  const state = written('').update({ changes: { from: 0, insert: text } }).state;
  expect(seen(state)).toBe(expected);
});

it.each([
  ['> [!NOTE]\n> words', '□\nwords'],
  ['> [!call]\n> wo|rds', '□\n> words'],
  ['> [!NO|TE]\n> words', '> [!NOTE]\nwords'],
  ['> [!NOTE] words', '□words'],
  ['> [!OTHER]\n> words', '[!OTHER]\nwords'],
  ['> one\n> [!NOTE]', 'one\n[!NOTE]'],
])('callouts: %j is seen as %j', (marked, expected) => {
  expect(seen(written(marked))).toBe(expected);
});

it('says what is a box', () => {
  const state = written(
    '> [!CALL]\n> a\n\n[Ask](practice:contact)\n\n[a](https://youtu.be/b)\n\nsee [a](https://youtu.be/b)\n\n[^1]: b',
  );
  expect(lineClasses(state)).toEqual([
    'cm-callout cm-callout-call cm-callout-first',
    'cm-callout cm-callout-call cm-callout-last',
    '',
    'cm-ask',
    '',
    'cm-video',
    '',
    '',
    '',
    'cm-source',
  ]);
});
