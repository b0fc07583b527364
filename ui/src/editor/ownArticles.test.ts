import { expect, it } from 'vitest';

import { rowOf } from '$lib/state/draft.svelte';
import { article, FakeDoor } from '$lib/state/testing';

import { ownArticles } from './ownArticles';

it('offers every article with a title but the one that is written in', async () => {
  const door = new FakeDoor();
  const titled = { a1: 'Sleep', a2: 'Pain', a3: ' ', a4: 'Naps' };
  const rows = Object.entries(titled).map(([id, title]) => ({
    row: rowOf(article({ id, title })),
    place: [],
    title: [],
  }));
  door.answers.articles_list = () => ({
    ids: rows.map(({ row }) => row.id),
    first: rows,
    total: rows.length,
  });
  expect((await ownArticles(door, '', 'a2')).map(({ id }) => id)).toEqual(['a1', 'a4']);
});

it('asks for no more than it may offer, and says which are drafts', async () => {
  const door = new FakeDoor();
  const asked: (number | undefined)[] = [];
  const rows = [article({ id: 'a1', status: 'ready' }), article({ id: 'a2' })].map(rowOf);
  door.answers.articles_list = ({ most }) => {
    asked.push(most);
    return { ids: [], first: rows.map((row) => ({ row, place: [], title: [] })), total: 10_000 };
  };
  const found = await ownArticles(door, '', 'other');
  expect(found.map(({ whereabouts }) => whereabouts)).toEqual(['site', 'draft']);
  expect(asked).toEqual([12]);
});
