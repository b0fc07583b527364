// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';

import { BODY_ID, fillBody, pageToShow, patchBlocks, patchDocument } from './patch';

const change = (from: number, removed: number, htmls: string[]) => {
  const added = htmls.map((html, index) => ({ line: from + index, html }));
  return { from, removed, added, moved: 0 };
};
const page = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><link rel="canonical" href="site.css"></head>` +
  `<body><h1>${title}</h1><div id="${BODY_ID}"></div><footer><p>Call us</p></footer></body></html>`;

let body: Element;

beforeEach(() => {
  document.documentElement.innerHTML = `<head></head><body><div id="${BODY_ID}"></div></body>`;
  body = document.getElementById(BODY_ID) ?? document.body;
});

it('changes, inserts and removes, one element for each block', () => {
  const all = () => body.innerHTML;
  patchBlocks(body, change(0, 0, ['<p>one</p>', '<p>two</p>']));
  expect(all()).toBe('<p>one</p><p>two</p>');
  patchBlocks(body, change(1, 1, ['<p>two, <em>changed</em></p>']));
  expect(all()).toBe('<p>one</p><p>two, <em>changed</em></p>');
  patchBlocks(body, change(1, 0, ['<h2>between</h2>']));
  expect(all()).toBe('<p>one</p><h2>between</h2><p>two, <em>changed</em></p>');
  patchBlocks(body, change(0, 1, []));
  patchBlocks(body, change(1, 1, ['<ul><li>list</li></ul>']));
  expect(all()).toBe('<h2>between</h2><ul><li>list</li></ul>');
  fillBody(body, [{ line: 0, html: '<p>one</p>' }]);
  expect(all()).toBe('<p>one</p>');
});

it('keeps the elements of blocks that stayed, and of the block that changed', () => {
  patchBlocks(body, change(0, 0, ['<figure><img src="a.jpg" alt="A"></figure>', '<p>text</p>']));
  const [figure, paragraph] = body.children;
  patchBlocks(body, change(1, 1, ['<p>text, longer</p>']));
  expect(body.children[0]).toBe(figure);
  expect(body.children[1]).toBe(paragraph);
  expect(paragraph?.textContent).toBe('text, longer');
});

it('does not load a picture again when its caption changes', () => {
  const figure = (caption: string) =>
    `<figure><img src="a.jpg" alt="A"><figcaption>${caption}</figcaption></figure>`;
  patchBlocks(body, change(0, 0, [figure('one')]));
  const image = body.querySelector('img');
  patchBlocks(body, change(0, 1, [figure('two')]));
  expect(body.querySelector('img')).toBe(image);
  expect(body.querySelector('figcaption')?.textContent).toBe('two');
});

it('changes the page around the body, and leaves the body and the stylesheet alone', () => {
  patchDocument(document, page('First'));
  const container = document.getElementById(BODY_ID);
  const sheet = document.querySelector('link');
  patchBlocks(container ?? document.body, change(0, 0, ['<p>words</p>']));
  patchDocument(document, page('Second'));
  expect(document.querySelector('h1')?.textContent).toBe('Second');
  expect(document.title).toBe('Second');
  expect(document.getElementById(BODY_ID)).toBe(container);
  expect(container?.innerHTML).toBe('<p>words</p>');
  expect(document.querySelector('link')).toBe(sheet);
});

it('has no link that Tab stops at, first and after changes', () => {
  const stops = (root: ParentNode) => root.querySelectorAll('a:not([tabindex="-1"])').length;
  const linked = page('First').replace('Call us', '<a href="tel:1">Call us</a>');
  const shown = new DOMParser().parseFromString(pageToShow(linked), 'text/html');
  expect(shown.querySelectorAll('a')).toHaveLength(1);
  expect(stops(shown)).toBe(0);

  patchDocument(document, linked);
  patchBlocks(document.getElementById(BODY_ID) ?? body, change(0, 0, ['<p><a href="b">b</a></p>']));
  expect(document.querySelectorAll('a')).toHaveLength(2);
  expect(stops(document)).toBe(0);
});
