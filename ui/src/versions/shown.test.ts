import { expect, it } from 'vitest';

import type { ComparedSpan } from '$lib/api';

import { hasChange, type ShownLine, shownInline, shownSide } from './shown';

/** `one ⟨two⟩`: what stands in these brackets changed. */
const spans = (words: string): ComparedSpan[] =>
  words
    .split(/[⟨⟩]/)
    .map((text, at) => ({ text, changed: at % 2 === 1 }))
    .filter(({ text }) => text !== '');

const BRACKETS = { same: ['', ''], gone: ['[-', '-]'], new: ['[+', '+]'] } as const;

/** `heading2: words`, cells with `│` between them, a look as `bold(words)`. */
function said(lines: ShownLine[]): string[] {
  return lines.map(({ kind, level, cells }) => {
    const cell = cells.map((runs) =>
      runs
        .map(({ kind: change, pieces }) => {
          const text = pieces.map((piece) =>
            piece.looks.reduce((inner, look) => `${look}(${inner})`, piece.text),
          );
          return `${BRACKETS[change][0]}${text.join('')}${BRACKETS[change][1]}`;
        })
        .join(''),
    );
    return `${kind === 'text' ? '' : `${kind}${level || ''}: `}${cell.join(' │ ')}`;
  });
}

it.each<[string, string[]]>([
  ['Some **bold** and *soft* words.', ['Some bold(bold) and italic(soft) words.']],
  ['## Why it helps', ['heading2: Why it helps']],
  ['### ⟨Why⟩ it helps ###', ['heading3: [+Why+] it helps ']],
  ['Sleep\n-----', ['heading2: Sleep']],
  ['- one\n- **two**\n  - three', ['item1: • one', 'item1: • bold(two)', 'item2: • three']],
  ['1. one\n2. ⟨two⟩', ['item1: 1. one', 'item1: 2. [+two+]']],
  ['> Quiet\n> words', ['quotation: Quiet', 'quotation: words']],
  ['> [!CALL]\n> Fever.', ['quotation: label(When to call us)', 'quotation: Fever.']],
  ['| A | B |\n| --- | :-: |\n| 1 | ⟨two⟩ **3** |', ['head: A │ B', 'row: 1 │ [+two+] bold(3)']],
  ['| A | B |\n|---|---|\n| | 2<br>3 |', ['head: A │ B', 'row:  │ 2\n3']],
  ['See [our ⟨hours](article:times)⟩ now', ['See link(our )[+link(hours)+] now']],
  ['Sleep.[^1] A [note].', ['Sleep.raised(1) A [note].']],
  ['[^1]: The CDC', ['1. The CDC']],
  ['![A chair](picture:0123 "Our room | size: small")', ['label(Picture: )A chair – Our room ']],
  ['![](picture:0123456789abcdef)', ['label(Picture)']],
  ['A line\\\nand 2 \\* 3', ['A line', 'and 2 * 3']],
  ['Use `this` ~~now~~ (<https://a.example>)', ['Use code(this) struck(now) (https://a.example)']],
  ['---', ['label(Divider)']],
])('shows %j without a mark', (text, lines) => {
  expect(said(shownSide(spans(text), 'new'))).toEqual(lines);
});

it.each<[string, string, string[]]>([
  ['Take **one** ⟨a⟩ day', 'Take **one** ⟨each⟩ day', ['Take bold(one) [-a-][+each+] day']],
  ['Take ⟨one⟩', 'Take ⟨**one**⟩', ['Take [-one-][+bold(one)+]']],
  ['⟨##⟩ Why', '⟨###⟩ Why', ['heading3: Why']],
  [
    '| A | B |\n| --- | --- |\n| 1 | 2 |⟨\n| 3 | 4 |⟩',
    '| A | B |\n| --- | --- |\n| 1 | 2 |',
    ['head: A │ B', 'row: 1 │ 2', 'row: [-3-] │ [-4-]'],
  ],
  [
    '| A |\n| --- |\n| ⟨1⟩ |',
    '| A |⟨ B |⟩\n| --- |⟨ --- |⟩\n| ⟨one⟩ |⟨ 2 |⟩',
    ['head: A │ [+B+]', 'row: [-1-][+one+] │ [+2+]'],
  ],
])('shows %j that became %j in one', (before, now, lines) => {
  expect(said(shownInline({ before: spans(before), now: spans(now) }))).toEqual(lines);
});

it('knows where no word differs', () => {
  const row = { before: spans('⟨##⟩ Why'), now: spans('⟨###⟩ Why') };
  expect(hasChange(shownSide(row.now, 'new'))).toBe(false);
  expect(hasChange(shownSide(spans('Why ⟨not⟩'), 'new'))).toBe(true);
});

it('leaves what is typed into a title as it is', () => {
  expect(said(shownSide(spans('# 1 **tip**'), 'new', true))).toEqual(['# 1 **tip**']);
});
