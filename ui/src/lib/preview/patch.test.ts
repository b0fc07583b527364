// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';

import { BODY_ID, pageToShow, patchBlocks, patchDocument } from './patch';

const block = (html: string, line = 0) => ({ line, html });
const page = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><link rel="canonical" href="site.css"></head>` +
  `<body><h1>${title}</h1><div id="${BODY_ID}"></div><footer><p>Call us</p></footer></body></html>`;

let body: Element;

beforeEach(() => {
  document.documentElement.innerHTML = `<head></head><body><div id="${BODY_ID}"></div></body>`;
  body = document.getElementById(BODY_ID) ?? document.body;
});

it('fills, changes, inserts and removes, one element for each block', () => {
  const steps = [
    ['<p>one</p>', '<p>two</p>'],
    ['<p>one</p>', '<p>two, <em>changed</em></p>'],
    ['<p>one</p>', '<h2>between</h2>', '<p>two, <em>changed</em></p>'],
    ['<h2>between</h2>', '<ul><li>list</li></ul>'],
    [],
    ['<p>again</p>'],
  ].map((htmls) => htmls.map((html) => block(html)));
  let before = steps[0]?.slice(0, 0) ?? [];
  for (const after of steps) {
    patchBlocks(body, before, after);
    expect(body.innerHTML).toBe(after.map(({ html }) => html).join(''));
    before = after;
  }
});

it('keeps the elements of blocks that stayed, and of the block that changed', () => {
  const picture = block('<figure><img src="a.jpg" alt="A"></figure>');
  patchBlocks(body, [], [picture, block('<p>text</p>')]);
  const [figure, paragraph] = body.children;
  patchBlocks(body, [picture, block('<p>text</p>')], [picture, block('<p>text, longer</p>')]);
  expect(body.children[0]).toBe(figure);
  expect(body.children[1]).toBe(paragraph);
  expect(paragraph?.textContent).toBe('text, longer');
});

it('does not load a picture again when its caption changes', () => {
  const figure = (caption: string) =>
    block(`<figure><img src="a.jpg" alt="A"><figcaption>${caption}</figcaption></figure>`);
  patchBlocks(body, [], [figure('one')]);
  const image = body.querySelector('img');
  patchBlocks(body, [figure('one')], [figure('two')]);
  expect(body.querySelector('img')).toBe(image);
  expect(body.querySelector('figcaption')?.textContent).toBe('two');
});

it('finds its way back when the body is not what it was', () => {
  const blocks = [block('<p>one</p>'), block('<p>two</p>')];
  patchBlocks(body, [], blocks);
  body.firstElementChild?.remove();
  patchBlocks(body, blocks, blocks);
  expect(body.innerHTML).toBe('<p>one</p><p>two</p>');
});

it('changes the page around the body, and leaves the body and the stylesheet alone', () => {
  patchDocument(document, page('First'));
  const container = document.getElementById(BODY_ID);
  const sheet = document.querySelector('link');
  patchBlocks(container ?? document.body, [], [block('<p>words</p>')]);
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
  patchBlocks(document.getElementById(BODY_ID) ?? body, [], [block('<p><a href="b">b</a></p>')]);
  expect(document.querySelectorAll('a')).toHaveLength(2);
  expect(stops(document)).toBe(0);
});
