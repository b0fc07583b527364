import { describe, expect, test } from 'vitest';

import { find, isAlmost } from './find.ts';
import { Index } from './parts.ts';
import { fetching, indexOfArticles } from './testing.ts';

const parts = indexOfArticles();

async function search(text: string, typing = false) {
  const index = await Index.open(fetching(parts));
  const found = await find(index, text, typing);
  const pages = await Promise.all(found.pages.map((page) => index.page(page)));
  return { ...found, titles: pages.map(([title]) => title) };
}

describe('what is found', () => {
  test.each([
    ['migraine', 'What a migraine is'],
    ['MIGRAINES', 'What a migraine is'],
    ['vaccination school', 'Vaccines before school starts'],
    ['blood pressure measured', 'Measuring blood pressure at home'],
    ['Mïgraine', 'What a migraine is'],
    ['how do I measure my blood sugar?', 'Measuring your blood sugar'],
    ['Ana Ortiz', 'Ana Ortiz, MD'],
    ['opening hours', 'Contact'],
  ])('%j: %s', async (text, first) => {
    const { titles, some, misspelled } = await search(text);
    expect(titles).toContain(first);
    expect(titles.slice(0, 3)).toContain(first);
    expect({ some, misspelled }).toEqual({ some: false, misspelled: [] });
  });

  test('every word is asked for', async () => {
    const both = await search('children migraine');
    const one = await search('migraine');
    expect(both.pages.length).toBeGreaterThan(0);
    expect(one.pages).toEqual(expect.arrayContaining(both.pages));
    expect(both.pages.length).toBeLessThan(one.pages.length);
  });

  test('where no page has all words, some are better than none', async () => {
    const { titles, some } = await search('migraine vaccines zebra');
    expect(some).toBe(true);
    expect(titles.length).toBeGreaterThan(3);
  });

  test('a word that is misspelled finds those that look like it', async () => {
    const { titles, misspelled } = await search('migrane');
    expect(misspelled).toEqual(['migrane']);
    expect(titles).toContain('What a migraine is');
  });

  test.each(['', '   ', 'how to', '?!', 'zebra', 'qqqq xxxx', 'constructor', '__proto__'])(
    'nothing for %j',
    async (text) => {
      const { pages, misspelled, some } = await search(text);
      expect({ pages, misspelled, some }).toEqual({ pages: [], misspelled: [], some: false });
    },
  );

  test('only common words ask for nothing', async () => {
    expect((await search('how to')).nothingAsked).toBe(true);
    expect((await search('zebra')).nothingAsked).toBe(false);
  });
});

test('on its way to a word each beginning finds it', async () => {
  for (const word of ['migraine', 'sleeping', 'vaccination', 'headaches']) {
    const wanted = (await search(word)).pages;
    for (let length = 3; length <= word.length; length += 1) {
      const { pages, misspelled } = await search(word.slice(0, length), true);
      expect(misspelled, word.slice(0, length)).toEqual([]);
      expect(pages, word.slice(0, length)).toEqual(expect.arrayContaining(wanted));
    }
  }
});

test('a beginning that is meant as a word is none', async () => {
  expect((await search('migr', true)).pages.length).toBeGreaterThan(0);
  expect((await search('migr ', true)).pages).toEqual([]);
});

test.each([
  ['migrain', 'migran', true],
  ['vaccin', 'vacin', true],
  ['ketamin', 'ketmain', true],
  ['diabet', 'diabt', true],
  ['hypertens', 'hipertnes', true],
  ['pain', 'gain', false],
  ['flu', 'fly', false],
  ['knee', 'need', false],
])('%s and %s', (a, b, almost) => expect(isAlmost(a, b)).toBe(almost));
