import { beforeEach, expect, it } from 'vitest';

import type { FoundArticles } from '../api';
import { Search } from './search.svelte';
import { article, FakeDoor, refusal, rowOf } from './testing';

let door: FakeDoor;
let search: Search;
let asked: { words: string; answer: (answer: FoundArticles) => void; fail: (thrown: unknown) => void }[];

const foundTitled = (...titles: string[]): FoundArticles => ({
  articles: titles.map((title) => ({ row: rowOf(article({ id: title, title })), title: [], place: [] })),
});
const titles = () => search.found?.map(({ row }) => row.title);
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  asked = [];
  door = new FakeDoor();
  door.answers.articles_search = ({ words }) =>
    new Promise((answer, fail) => void asked.push({ words, answer, fail }));
  search = new Search(door);
});

it('asks at once, and shows what was found', async () => {
  search.look('sleep');
  await settle();
  expect(asked.map(({ words }) => words)).toEqual(['sleep']);
  expect(search.found).toBeNull();
  asked[0]?.answer(foundTitled('Better sleep'));
  await settle();
  expect(titles()).toEqual(['Better sleep']);
});

it('drops a late answer, and lets the newest question win', async () => {
  search.look('s');
  await settle();
  search.look('sl');
  search.look('sleep');
  asked[0]?.answer(foundTitled('Stress'));
  await settle();
  expect(titles()).toBeUndefined();
  expect(asked.map(({ words }) => words)).toEqual(['s', 'sleep']);
  asked[1]?.answer(foundTitled('Better sleep'));
  await settle();
  expect(titles()).toEqual(['Better sleep']);
});

it('shows all articles again when nothing is looked for, whatever still arrives', async () => {
  search.look('sleep');
  await settle();
  search.clear();
  asked[0]?.answer(foundTitled('Better sleep'));
  await settle();
  expect(search.found).toBeNull();
  search.look('   ');
  await settle();
  expect(asked).toHaveLength(1);
  expect(search.found).toBeNull();
});

it('says why it could not look, until it can', async () => {
  search.look('sleep');
  await settle();
  asked[0]?.fail(refusal('disk'));
  await settle();
  expect(search.problem).toMatchObject({ code: 'disk' });
  search.again();
  await settle();
  asked[1]?.answer(foundTitled());
  await settle();
  expect(search.problem).toBeNull();
  expect(titles()).toEqual([]);
});

it('leaves out what was deleted', async () => {
  search.look('sleep');
  await settle();
  asked[0]?.answer(foundTitled('Better sleep', 'Sleep and pain'));
  await settle();
  search.drop('Better sleep');
  expect(titles()).toEqual(['Sleep and pain']);
});
