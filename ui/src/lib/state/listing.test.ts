import { beforeEach, describe, expect, it } from 'vitest';

import type { ArticlesAsked, ArticlesListed } from '../api';
import { rowOf } from './draft.svelte';
import { Listing } from './listing.svelte';
import { article, FakeDoor, refusal } from './testing';

let door: FakeDoor;
let list: Listing;
const settle = () => new Promise((resolve) => setTimeout(resolve));
const titles = () => list.ids?.map((id) => list.row(id)?.row.title);

beforeEach(() => {
  door = new FakeDoor();
  list = new Listing(door);
});

it('shows all again, and lets a place be where all are shown already', () => {
  list.place = { top: 400, id: 'a9' };
  list.all();
  expect(list.place.id).toBe('a9');
  list.filter({ topic: 'Sleep' });
  list.look('nights');
  expect(list.narrowed).toBe(true);
  list.all();
  expect(list.narrowed).toBe(false);
  expect(list.place).toEqual({ top: 0, id: null });
});

describe('what is asked for', () => {
  let asked: {
    request: ArticlesAsked;
    answer: (answer: ArticlesListed) => void;
    fail: (thrown: unknown) => void;
  }[];

  const found = (...titles: string[]): ArticlesListed => ({
    ids: titles,
    first: titles.map((title) => ({ row: rowOf(article({ id: title, title })), title: [], place: [] })),
    total: 9,
  });

  beforeEach(() => {
    asked = [];
    door.answers.articles_list = (request) =>
      new Promise((answer, fail) => void asked.push({ request, answer, fail }));
  });

  it('is asked for at once, and shown', async () => {
    list.look('sleep');
    await settle();
    expect(asked.map(({ request }) => request)).toEqual([{ words: 'sleep', order: 'fit' }]);
    expect(list.ids).toBeNull();
    asked[0]?.answer(found('Better sleep'));
    await settle();
    expect(titles()).toEqual(['Better sleep']);
    expect(list.total).toBe(9);
  });

  it('is the newest, however late an older answer comes', async () => {
    list.look('s');
    await settle();
    list.look('sl');
    list.look('sleep');
    asked[0]?.answer(found('Stress'));
    await settle();
    expect(asked.map(({ request }) => request.words)).toEqual(['s', 'sleep']);
    asked[1]?.answer(found('Better sleep'));
    await settle();
    expect(titles()).toEqual(['Better sleep']);
    expect(list.shown).toBe('sleep');
  });

  it('is the newest also where the whole list was asked for before', async () => {
    const loaded = list.load();
    await settle();
    list.look('sleep');
    await settle();
    asked[1]?.answer(found('Better sleep'));
    await settle();
    asked[0]?.answer(found('Stress', 'Better sleep'));
    await settle();
    asked[1]?.answer(found('Better sleep'));
    await loaded;
    expect(titles()).toEqual(['Better sleep']);
    expect(list.shown).toBe('sleep');
  });

  it('rejects for who waits for it when it can not be asked for', async () => {
    const loaded = list.load();
    await settle();
    asked[0]?.fail(refusal('disk'));
    await expect(loaded).rejects.toMatchObject({ code: 'disk' });
  });

  it('stays filtered and sorted until all is cleared', async () => {
    list.filter({ topic: 'Nights' });
    list.sort('title');
    await settle();
    asked[0]?.answer(found());
    await settle();
    expect(asked[1]?.request).toEqual({ words: '', order: 'title', topic: 'Nights' });
    asked[1]?.answer(found());
    list.look('sleep');
    await settle();
    // What is looked for is sorted by how well it fits, until somebody says otherwise.
    expect(asked[2]?.request).toEqual({ words: 'sleep', order: 'fit', topic: 'Nights' });
    list.clear();
    asked[2]?.answer(found());
    await settle();
    expect(asked[3]?.request).toEqual({ words: '', order: 'title' });
    expect(list.filtered).toBe(false);
  });

  it('says why it could not be asked for, until it can', async () => {
    list.look('sleep');
    await settle();
    asked[0]?.fail(refusal('disk'));
    await settle();
    expect(list.problem).toMatchObject({ code: 'disk' });
    list.again();
    await settle();
    asked[1]?.answer(found());
    await settle();
    expect(list.problem).toBeNull();
    expect(titles()).toEqual([]);
  });
});

describe('ten thousand articles', () => {
  const id = (at: number) => `a${at}`;
  const all = Array.from({ length: 10_000 }, (_, at) => id(at));
  const requests: string[][] = [];
  const known = (at: number) => list.row(id(at)) !== null;

  beforeEach(async () => {
    requests.length = 0;
    const rows = (ids: string[]) => ids.map((id) => ({ row: rowOf(article({ id })), title: [], place: [] }));
    door.answers.articles_list = () => ({ ids: all, first: rows(all.slice(0, 40)), total: all.length });
    door.answers.articles_rows = ({ ids }) => {
      requests.push(ids);
      return { articles: rows(ids) };
    };
    await list.load();
  });

  it('are asked for as they come into sight, a good many at once', async () => {
    list.inSight(0, 20);
    await settle();
    list.inSight(5000, 5020);
    await settle();
    expect([5000, 5019].every(known)).toBe(true);
    expect(requests.length).toBeLessThanOrEqual(2);
    const before = requests.length;
    list.inSight(5005, 5025);
    await settle();
    expect(requests).toHaveLength(before);
  });

  it('are not all kept', async () => {
    for (let at = 0; at < all.length; at += 20) {
      list.inSight(at, at + 20);
      await settle();
    }
    expect(all.filter((_, at) => known(at)).length).toBeLessThan(2500);
    expect(known(9999)).toBe(true);
    list.inSight(0, 20);
    await settle();
    expect([0, 19].every(known)).toBe(true);
  });

  it('that are gone are not asked for again and again', async () => {
    door.answers.articles_rows = ({ ids }) => {
      requests.push(ids);
      return { articles: [] };
    };
    list.inSight(3000, 3020);
    await settle();
    expect(requests).toHaveLength(1);
  });
});

it('selects nothing that is not in the list any more', async () => {
  for (const id of ['a', 'b', 'c']) door.articles.set(id, article({ id }));
  await list.load();
  list.selection.all(list.ids ?? []);
  list.drop(['b']);
  expect(list.selection.ids).toEqual(['a', 'c']);
  door.articles.delete('a');
  await list.load();
  expect(list.selection.ids).toEqual(['c']);
});

it('has an article once, also where an answer had it before it was added', async () => {
  const begun = article({ id: 'b', title: '' });
  for (const id of ['a', 'b']) door.articles.set(id, article({ id }));
  await list.load();
  list.add(rowOf(begun));
  expect(list.ids).toEqual(['b', 'a']);
  expect(list.total).toBe(2);
});
