import { beforeEach, describe, expect, it, vi } from 'vitest';

import { words } from '../words';
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
  expect(articles.notSaved).toHaveLength(1);
  expect(articles.unsaved).toBe(true);
  expect(await articles.open('a1')).toBe(draft);
  expect(draft.text).toBe('Precious.');
  await articles.leave(draft);
  door.failing = null;
  expect(await articles.flush()).toBe(true);
  expect(articles.notSaved).toEqual([]);
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

it('suggests a name once that two people have', async () => {
  door.answers.names_list = () => ({ topics: ['Sleep'], people: ['Sam Reed', 'Sam Reed'] });
  await articles.loadNames();
  expect(articles.names).toEqual({ topics: ['Sleep'], people: ['Sam Reed'] });
});

it('says that what was not taken is a version, and why nothing could be decided', async () => {
  const draft = await articles.open('a1');
  door.changeElsewhere('a1', { text: 'From elsewhere.' });
  draft.change({ text: 'From here.' });
  await draft.saver.flush();
  door.failing = refusal('disk');
  await articles.takeOther(draft);
  expect(history.notice).toMatchObject({ kind: 'failed', problem: { code: 'disk' } });
  door.failing = null;
  await Promise.all([articles.takeOther(draft), articles.takeOther(draft)]);
  expect(history.notice).toMatchObject({ kind: 'done', text: words.save.isAside });
  expect(door.aside).toEqual(['From here.']);
});

describe('an article that is opened or left while something else is done to it', () => {
  const stored = (id = 'a1') => door.articles.get(id);

  it('is written in as ever when it is opened under an undo', async () => {
    const first = await articles.open('a1');
    first.change({ title: 'Sleep well' });
    await articles.leave(first);
    const arrive = door.late('article_save');
    const undone = history.undo();
    await vi.waitFor(() => expect(stored()?.title).toBe('Sleep'));
    const draft = await articles.open('a1');
    draft.change({ text: 'Typed under the undo.' });
    arrive();
    await undone;
    draft.change({ summary: 'Typed after it.' });
    await articles.leave(draft);
    expect(stored()).toMatchObject({
      title: 'Sleep',
      text: 'Typed under the undo.',
      summary: 'Typed after it.',
    });
  });

  it('keeps what was typed when the undo under it could not be kept', async () => {
    const first = await articles.open('a1');
    first.change({ title: 'Sleep well' });
    await articles.leave(first);
    door.failing = refusal('disk');
    const arrive = door.late('article_save');
    const undone = history.undo();
    const saves = () => door.calls.filter((name) => name === 'article_save').length;
    await vi.waitFor(() => expect(saves()).toBe(2));
    const draft = await articles.open('a1');
    draft.change({ text: 'Precious.' });
    arrive();
    await undone;
    expect(articles.unsaved).toBe(true);
    door.failing = null;
    await articles.leave(draft);
    expect(stored()).toMatchObject({ title: 'Sleep', text: 'Precious.' });
  });

  it('is unsaved, and waited for, until its last words are kept', async () => {
    const draft = await articles.open('a1');
    draft.change({ text: 'Last words.' });
    const arrive = door.late('article_save');
    const left = articles.leave(draft);
    expect(articles.unsaved).toBe(true);
    let settled = false;
    void articles.settle('a1').then(() => (settled = true));
    await vi.waitFor(() => expect(stored()?.text).toBe('Last words.'));
    expect(settled).toBe(false);
    arrive();
    await left;
    await vi.waitFor(() => expect(settled).toBe(true));
    expect(articles.unsaved).toBe(false);
  });

  it('is the same when it is opened again before its last words are kept', async () => {
    const draft = await articles.open('a1');
    draft.change({ text: 'Last words.' });
    door.failing = refusal('disk');
    const arrive = door.late('article_save');
    const left = articles.leave(draft);
    expect(await articles.open('a1')).toBe(draft);
    arrive();
    await left;
    expect(articles.unsaved).toBe(true);
    await articles.leave(draft);
    expect(articles.notSaved).toHaveLength(1);
    door.failing = null;
    expect(await articles.flush()).toBe(true);
    expect(stored()?.text).toBe('Last words.');
    expect(articles.unsaved).toBe(false);
  });

  it('does not take the place of the one that was opened after it', async () => {
    let arrive: () => void = () => undefined;
    door.answers.article_get = async ({ id }) => {
      if (id === 'a1') await new Promise<void>((resolve) => (arrive = resolve));
      return stored(id) ?? article();
    };
    const late = articles.open('a1').then((opened) => articles.leave(opened));
    const draft = await articles.open('a2');
    arrive();
    await late;
    draft.change({ text: 'Typed in the second.' });
    expect(articles.unsaved).toBe(true);
    expect(await articles.flush()).toBe(true);
    expect(stored('a2')?.text).toBe('Typed in the second.');
  });

  it('is still there for the second of two screens', async () => {
    const [first, second] = await Promise.all([articles.open('a1'), articles.open('a1')]);
    expect(second).toBe(first);
    await articles.leave(first);
    second.change({ text: 'Typed in the second screen.' });
    expect(articles.unsaved).toBe(true);
    await articles.flush();
    expect(await articles.open('a1')).toBe(second);
  });
});
