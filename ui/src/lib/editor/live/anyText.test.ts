// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { expect, it } from 'vitest';

import { keepCursor } from './cursor';
import { markdownSupport } from '../language';
import { setFocused } from './attention';
import { live } from './live';

const pieces = [
  ...[
    '\n',
    '\n\n',
    '  ',
    '    ',
    '\t',
    ' ',
    'words',
    '\\',
    '\\*',
    '&amp;',
    '<br>',
    '<b',
    '|',
    '| a | b |\n| - | - |\n',
  ],
  ...['#', '## ', '##', '> ', '>', '- ', '* ', '1. ', '10) ', '---', '===', '```', '~~~js\n', '`', '``'],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '[',
    ']',
    '](',
    ')',
    '![',
    '](picture:0123456789abcdef)',
    '](https://a.example "t\nu")',
  ],
  ...[
    '<https://a.example>',
    'https://b.example',
    '[^1]',
    '[r]: /x\n',
    '![a](picture:0123456789abcdef "c\nd")',
  ],
];

/** Numbers that are the same in every run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function* numbers(seed: number): Generator<number, never> {
  for (let value = seed; ;) {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
    yield value / 2 ** 32;
  }
}

it('draws whatever is typed, wherever the cursor is', () => {
  const problems: unknown[] = [];
  const view = new EditorView({
    extensions: [
      markdownSupport(),
      live,
      keepCursor,
      EditorView.exceptionSink.of((problem) => problems.push(problem)),
    ],
  });
  view.dispatch({ effects: setFocused.of(true) });
  const random = numbers(1);
  const below = (most: number) => Math.floor(random.next().value * most);
  for (let round = 0; round < 120; round += 1) {
    const text = Array.from({ length: 1 + below(14) }, () => pieces[below(pieces.length)]).join('');
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    for (let at = 0; at <= text.length; at += 1 + below(4)) {
      view.dispatch({ selection: { anchor: at, head: Math.min(text.length, at + below(3)) } });
    }
    expect(problems, JSON.stringify(text)).toEqual([]);
  }
  view.destroy();
});
