import { beforeEach, expect, it, vi } from 'vitest';

import { words } from '../words';
import { Articles } from './articles.svelte';
import { Bin } from './bin.svelte';
import { History } from './history.svelte';
import { article, FakeDoor, refusal, titlesIn } from './testing';

let door: FakeDoor;
let articles: Articles;
let bin: Bin;
let history: History;
const changed = vi.fn();
const left = vi.fn();
const sleep = { id: 'a1', title: 'Sleep' };
const titles = () => titlesIn(articles);
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  vi.clearAllMocks();
  door = new FakeDoor();
  door.articles.set('a0', article({ id: 'a0', title: 'Stress', changed: '2026-06-16T12:00:00Z' }));
  door.articles.set('a1', article());
  door.articles.set('a2', article({ id: 'a2', title: 'Pain', changed: '2026-06-14T12:00:00Z' }));
  history = new History();
  articles = new Articles(door, changed, history);
  bin = new Bin(door, articles, left, history);
  await Promise.all([articles.load(), bin.load()]);
});

it('takes a deleted article off the list, and says where it is', async () => {
  expect(await bin.delete(sleep)).toBe(true);
  expect(titles()).toEqual(['Stress', 'Pain']);
  expect(history.notice).toEqual({ kind: 'done', text: words.bin.isIn('Sleep'), undoable: true });
  expect(left).toHaveBeenCalledWith('a1');
  expect(changed).toHaveBeenCalledOnce();
  await settle();
  expect(bin.articles).toMatchObject([{ id: 'a1', title: 'Sleep' }]);
});

it('deletes what was just written with its last words', async () => {
  const draft = await articles.open('a1');
  draft.change({ text: 'Typed a moment ago.' });
  await bin.delete(sleep);
  expect(door.binned.get('a1')?.text).toBe('Typed a moment ago.');
  await articles.leave(draft);
  expect(articles.notSaved).toEqual([]);
});

it('deletes nothing whose last words could not be kept, and says so', async () => {
  const draft = await articles.open('a1');
  door.failing = refusal('disk');
  draft.change({ text: 'Precious.' });
  expect(await bin.delete(sleep)).toBe(false);
  expect(history.notice).toMatchObject({ kind: 'failed', problem: words.bin.notSavedFirst });
  expect(door.calls).not.toContain('article_delete');
  expect(left).not.toHaveBeenCalled();
  expect(draft.text).toBe('Precious.');
  expect(articles.unsaved).toBe(true);
});

it('asks the host once, however often a button is pressed', async () => {
  expect(await Promise.all([bin.delete(sleep), bin.delete(sleep)])).toEqual([true, false]);
  expect(history.notice).toMatchObject({ kind: 'done' });
});

it('puts back what was deleted last, where it stood', async () => {
  await bin.delete(sleep);
  await history.undo();
  expect(titles()).toEqual(['Stress', 'Sleep', 'Pain']);
  expect(bin.articles).toEqual([]);
  expect(bin.undone).toBe('a1');
  await history.redo();
  expect(titles()).toEqual(['Stress', 'Pain']);
  await settle();
  expect(bin.articles).toMatchObject([{ id: 'a1' }]);
});

it('puts in the bin again what was put back', async () => {
  await bin.delete(sleep);
  await bin.putBack(sleep);
  expect(history.notice).toMatchObject({ kind: 'done', text: '“Sleep” is back.' });
  expect(history.undoName).toBe('put back “Sleep”');
  await history.undo();
  expect(titles()).toEqual(['Stress', 'Pain']);
});

it('removes for ever only what is in the bin', async () => {
  await bin.delete(sleep);
  await settle();
  expect(await bin.removeForEver(sleep)).toBe(true);
  expect(bin.articles).toEqual([]);
  expect(await bin.removeForEver({ id: 'a2', title: 'Stress' })).toBe(false);
  expect(history.notice).toMatchObject({ kind: 'failed', problem: { code: 'not_found' } });
  expect(titles()).toEqual(['Stress', 'Pain']);
});

it('does not let an old answer bring back what was put back since', async () => {
  await bin.delete(sleep);
  await settle();
  let late: () => void = () => undefined;
  door.answers.bin_list = () =>
    new Promise((resolve) => {
      late = () =>
        resolve({ articles: [{ ...sleep, binned: '', until: '' }], pictures: [], topics: [], people: [] });
    });
  const asking = bin.load();
  delete door.answers.bin_list;
  await bin.putBack(sleep);
  await settle();
  late();
  await asking;
  expect(bin.articles).toEqual([]);
});

it('shows everything that is in it, the last deleted first', async () => {
  const named = (name: string, binned: string) => ({ id: name, name, articles: 2, binned, until: binned });
  door.answers.bin_list = () => ({
    articles: [{ ...sleep, binned: '2026-06-02', until: '' }],
    pictures: [],
    topics: [named('Nights', '2026-06-03')],
    people: [named('Ana', '2026-06-01')],
  });
  await bin.load();
  expect(bin.items?.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
    'topic Nights',
    'article Sleep',
    'person Ana',
  ]);
});
