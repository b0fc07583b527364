// @vitest-environment happy-dom
// @vitest-environment-options {"settings":{"handleDisabledFileLoadingAsSuccess":true}}
// What other programs put on the clipboard, and what becomes of it: `fixtures/<name>.html` and `<name>.md` beside it.

import { expect, it } from 'vitest';

import { convertHtml, convertInPieces } from './convert';

const read = (pattern: Record<string, unknown>) =>
  Object.entries(pattern).map(([path, text]) => [path.replace(/^.*\/|\.\w+$/g, ''), String(text)] as const);
const html = read(import.meta.glob('./fixtures/*.html', { eager: true, query: '?raw', import: 'default' }));
const expected = new Map(
  read(import.meta.glob('./fixtures/*.md', { eager: true, query: '?raw', import: 'default' })),
);

it.each(html)('%s', (name, clipboard) => {
  expect(`${convertHtml(clipboard).text}\n`).toBe(expected.get(name));
});

it.each(html)('%s, piece by piece', (name, clipboard) => {
  const pieces = [...convertInPieces(clipboard, 0, () => true).pieces];
  expect(`${pieces.join('\n\n')}\n`).toBe(expected.get(name));
});

it('every expectation belongs to a clipboard', () => {
  expect([...expected.keys()].sort()).toEqual(html.map(([name]) => name).sort());
});
