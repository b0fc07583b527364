import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';

import { markdownSupport } from '../language';
import { pictureAt } from '../pictureAt';
import { changePicture, picture } from './picture';
import { after, editing } from './testing';

const shown = { reference: 'picture:0123456789abcdef', alt: 'A [quiet] room' };
const mark = '![A \\[quiet\\] room](picture:0123456789abcdef)';

it.each([
  ['|', `${mark}\n\n|`],
  ['one|', `one\n\n${mark}\n\n|`],
  ['o|ne', `one\n\n${mark}\n\n|`],
  ['one\n\n|', `one\n\n${mark}\n\n|`],
  ['one|\n\ntwo', `one\n\n${mark}\n\n|two`],
  ['one\n|two', `one\ntwo\n\n${mark}\n\n|`],
  ['one\n\n|two', `one\n\n${mark}\n\n|two`],
  ['- a|\n- b\n\nc', `- a\n- b\n\n${mark}\n\n|c`],
  ['- a\n|\n- b', `- a\n\n- b\n\n${mark}\n\n|`],
  ['> [!NOTE]\n> a|\n> b', `> [!NOTE]\n> a\n> b\n\n${mark}\n\n|`],
])('stands in a paragraph of its own: %j becomes %j', (before, expected) => {
  expect(after(before, (state) => picture(state, shown))).toBe(expected);
});

const figure = { caption: 'Our "new" room', credit: 'Ana', size: 'small', side: 'left' } as const;
const title = '"Our \\"new\\" room | credit: Ana | size: small | side: left"';

it('has its caption, credit, size and side in its title', () => {
  const ref = 'picture:0123456789abcdef';
  expect(after('|', (state) => picture(state, { reference: ref, alt: '', figure }))).toBe(
    `![](${ref} ${title})\n\n|`,
  );
});

it('is found at the cursor, and changed there', () => {
  const text = `one\n\n![A \\[b\\]](picture:0123456789abcdef ${title})\n\ntwo`;
  const state = EditorState.create({ doc: text, selection: { anchor: 8 }, extensions: [markdownSupport()] });
  const found = pictureAt(state);
  expect(found).toMatchObject({ reference: 'picture:0123456789abcdef', alt: 'A [b]', figure });
  const plain = { reference: 'picture:0123456789abcdef', alt: 'C' };
  expect(found && state.update(changePicture(found, plain)).state.doc.toString()).toBe(
    'one\n\n![C](picture:0123456789abcdef)\n\ntwo',
  );
  expect(pictureAt(editing('see ![A|](picture:0123456789abcdef)'))).toBeNull();
  expect(pictureAt(editing('![A|](https://a.example/b.png)'))).toBeNull();
});
