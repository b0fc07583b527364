import { beforeEach, expect, it, vi } from 'vitest';

import { Articles } from './articles.svelte';
import { article, FakeDoor, refusal } from './testing';

let door: FakeDoor;
let articles: Articles;
const changed = vi.fn();

beforeEach(async () => {
  changed.mockClear();
  door = new FakeDoor();
  door.articles.set('a1', article());
  door.articles.set('a2', article({ id: 'a2', title: 'Pain' }));
  articles = new Articles(door, changed);
  await articles.load();
});

it('shows a change at the top of the list when it was kept, not before', async () => {
  const draft = await articles.open('a2');
  draft.change({ title: 'Chronic pain' });
  expect(articles.rows?.map(({ title }) => title)).toEqual(['Sleep', 'Pain']);
  expect(changed).not.toHaveBeenCalled();
  await draft.saver.flush();
  expect(articles.rows?.map(({ title }) => title)).toEqual(['Chronic pain', 'Sleep']);
  expect(changed).toHaveBeenCalledOnce();
});

it('never forgets what could not be kept, and finds it again', async () => {
  const draft = await articles.open('a1');
  door.failing = refusal('disk');
  draft.change({ text: 'Precious.' });
  await articles.leave(draft);
  expect(articles.unkept).toEqual([draft]);
  expect(articles.unsaved).toBe(true);
  expect(await articles.open('a1')).toBe(draft);
  expect(draft.text).toBe('Precious.');
  await articles.leave(draft);
  door.failing = null;
  expect(await articles.flush()).toBe(true);
  expect(articles.unkept).toEqual([]);
  expect(door.articles.get('a1')?.text).toBe('Precious.');
});

it('marks the article that is open through its own draft', async () => {
  const draft = await articles.open('a1');
  draft.change({ text: 'Typed a moment ago.' });
  await articles.markReady('a1');
  expect(draft.status).toBe('ready');
  expect(door.articles.get('a1')).toMatchObject({ status: 'ready', text: 'Typed a moment ago.' });
});

it('says why an article could not be marked', async () => {
  door.failing = refusal('disk');
  await expect(articles.markReady('a2')).rejects.toMatchObject({ code: 'disk' });
});
