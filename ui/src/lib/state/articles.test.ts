import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Articles } from './articles.svelte';
import { History } from './history.svelte';
import { article, FakeDoor, refusal, titlesIn } from './testing';

let door: FakeDoor;
let articles: Articles;
let history: History;
const changed = vi.fn();

beforeEach(async () => {
  changed.mockClear();
  door = new FakeDoor();
  door.articles.set('a1', article());
  door.articles.set('a2', article({ id: 'a2', title: 'Pain' }));
  history = new History();
  articles = new Articles(door, changed, history);
  await articles.load();
});

it('shows a change in the list when it was kept, not before', async () => {
  const draft = await articles.open('a2');
  draft.change({ title: 'Chronic pain' });
  expect(titlesIn(articles)).toEqual(['Sleep', 'Pain']);
  expect(changed).not.toHaveBeenCalled();
  await draft.saver.flush();
  expect(titlesIn(articles)).toEqual(['Sleep', 'Chronic pain']);
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

it('says why an article could not be marked, and does not mark it later, unseen', async () => {
  vi.useFakeTimers();
  door.failing = refusal('disk');
  await expect(articles.markReady('a2')).rejects.toMatchObject({ code: 'disk' });
  door.failing = null;
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  expect(door.articles.get('a2')?.status).toBe('draft');
  expect(articles.unsaved).toBe(false);
});

it('does not mark an article without words', async () => {
  door.articles.set('a3', article({ id: 'a3', text: '' }));
  expect(await articles.lack('a3')).toBe('text');
  expect(await articles.lack('a2')).toBeNull();
  await expect(articles.markReady('a3')).rejects.toMatchObject({ code: 'invalid' });
  expect(door.calls).not.toContain('article_save');
});

describe('a new article', () => {
  const gone: string[] = [];

  beforeEach(() => {
    gone.length = 0;
    let count = 0;
    door.answers.article_create = () => {
      count += 1;
      const begun = article({ id: `new${count}`, title: '', text: '' });
      door.articles.set(begun.id, begun);
      return begun;
    };
    door.answers.article_delete = () => ({});
    door.answers.article_remove = ({ id }) => {
      gone.push(id);
      door.articles.delete(id);
      return {};
    };
  });

  it('is made once, however often the button is pressed, and is counted', async () => {
    const [first, second] = await Promise.all([articles.create(), articles.create()]);
    expect(second).toBe(first);
    expect(articles.list.ids).toHaveLength(3);
  });

  it('that was left blank is removed again', async () => {
    const draft = await articles.open((await articles.create()).id);
    const left = articles.leave(draft);
    await articles.load();
    expect(articles.list.ids).toHaveLength(2);
    await left;
    expect(gone).toEqual(['new1']);
    await expect(articles.open('new1')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that was left blank with the library is removed again', async () => {
    await articles.open((await articles.create()).id);
    await articles.end();
    expect(gone).toEqual(['new1']);
  });

  it('stays when anything was ever given to it', async () => {
    const draft = await articles.open((await articles.create()).id);
    draft.change({ topics: ['Sleep'] });
    draft.change({ topics: [] });
    await articles.leave(draft);
    expect(gone).toEqual([]);
    expect(articles.list.ids).toHaveLength(3);
  });

  it('of an earlier session stays, blank or not', async () => {
    door.articles.set('old', article({ id: 'old', title: '', text: '' }));
    await articles.leave(await articles.open('old'));
    expect(gone).toEqual([]);
  });
});

it('undoes in an article what was done to it, wherever the person is', async () => {
  const draft = await articles.open('a1');
  draft.change({ topics: ['Sleep'] });
  draft.change({ status: 'ready' });
  expect(history.undoName).toBe('mark as ready');
  await history.undo();
  expect(draft.status).toBe('draft');
  await articles.leave(draft);
  await history.undo();
  expect(door.articles.get('a1')).toMatchObject({ topics: [], status: 'draft', published: null });
  await history.redo();
  expect(door.articles.get('a1')).toMatchObject({ topics: ['Sleep'] });
  expect(articles.unsaved).toBe(false);
});

it('keeps what could not be undone where nobody sees it', async () => {
  const draft = await articles.open('a1');
  draft.change({ topics: ['Sleep'] });
  await articles.leave(draft);
  door.failing = refusal('disk');
  await history.undo();
  expect(history.notice).toMatchObject({ kind: 'failed', problem: { code: 'disk' } });
  expect(history.undoName).toBe('add topic “Sleep”');
});
