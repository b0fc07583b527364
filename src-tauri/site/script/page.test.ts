// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from 'vitest';

import { SearchPage } from './page.ts';
import type { First } from './parts.ts';
import { fetching, indexOfArticles, type Parts } from './testing.ts';

const HTML = `<main>
  <form role="search"><input id="page_search" name="q" type="search" /><button type="submit">Search</button></form>
  <p id="search_status" role="status"></p>
  <ul id="search_results" hidden></ul>
  <p id="search_onward" hidden><button id="search_more" type="button">Show more</button></p>
</main>`;

function one(selector: string): HTMLElement {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(selector);
  return element;
}
const field = () => one('#page_search') as HTMLInputElement;
const status = () => one('#search_status').textContent;
const links = () => [...document.querySelectorAll('#search_results a')];

beforeEach(() => {
  document.body.innerHTML = HTML;
  history.replaceState(null, '', '/search/');
});

function open(query = '', parts: Parts = indexOfArticles()) {
  history.replaceState(null, '', `/search/${query}`);
  const asked: string[] = [];
  new SearchPage(document, window, fetching(parts, asked)).start();
  return asked;
}

const told = (words: string) => vi.waitFor(() => expect(status()).toContain(words));

function type(text: string) {
  field().value = text;
  field().dispatchEvent(new Event('input'));
}

function submit(text: string) {
  type(text);
  one('form').dispatchEvent(new Event('submit', { cancelable: true }));
}

test('what the address asks for is found, marked, and leads to its page', async () => {
  open('?q=migraine');
  await told('pages found');
  expect(field().value).toBe('migraine');
  const first = links()[0];
  expect(first?.getAttribute('href')).toMatch(/^\.\.\/articles\/[a-z0-9-]+\/index\.html$/);
  expect(first?.querySelector('mark')?.textContent).toMatch(/migraine/i);
  expect(one('#search_results').hidden).toBe(false);
});

test('an empty page waits for words', async () => {
  const asked = open();
  expect(document.activeElement).toBe(one('#page_search'));
  await Promise.resolve();
  expect({ status: status(), asked }).toEqual({ status: '', asked: [] });
});

test('what is typed is found after a pause, and stands in the address', async () => {
  open();
  type('migr');
  await told('found');
  expect(location.search).toBe('?q=migr');
  const before = history.length;
  type('migraine');
  await vi.waitFor(() => expect(location.search).toBe('?q=migraine'));
  expect(history.length).toBe(before);
  submit('migraine');
  submit('vaccines');
  expect(location.search).toBe('?q=vaccines');
  expect(history.length).toBe(before + 1);
});

test('going back shows what was found before', async () => {
  open('?q=vaccines');
  await told('found');
  history.replaceState(null, '', '/search/?q=zebra');
  window.dispatchEvent(new Event('popstate'));
  await told('Nothing found for “zebra”');
  expect(links()).toEqual([]);
  expect(one('#search_results').hidden).toBe(true);
});

test('more is shown on demand, and the first of it is where one goes on', async () => {
  open('?q=pain+sleep+blood+headache');
  await told('have some of them');
  expect(links()).toHaveLength(10);
  one('#search_more').click();
  await vi.waitFor(() => expect(links().length).toBeGreaterThan(10));
  expect(document.activeElement).toBe(links()[10]);
  expect(history.state).toEqual({ shown: 20 });
});

test('a site that was made anew while the page was open is searched as it is now', async () => {
  const now = indexOfArticles();
  const first = now.get('index') as First;
  const old: Parts = new Map([['index', { ...first, words: first.words.replaceAll(/./g, 'a') }]]);
  const asked: string[] = [];
  const before = fetching(old, asked);
  const after = fetching(now, asked);
  new SearchPage(document, window, (name, anew) =>
    (name === 'index' && anew === '' ? before : after)(name, anew),
  ).start();
  submit('migraine');
  await told('found');
  expect(asked[2]).toBe('index?words-aaaaaaaa');
});

test('what does not come is said, and asked for again the next time', async () => {
  const parts: Parts = new Map();
  open('?q=migraine', parts);
  await told('could not be loaded');
  indexOfArticles().forEach((value, name) => parts.set(name, value));
  submit('migraine');
  await told('found');
});
