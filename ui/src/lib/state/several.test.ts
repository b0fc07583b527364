import { beforeEach, expect, it, vi } from 'vitest';

import { words } from '../words';
import { Articles } from './articles.svelte';
import { Bin } from './bin.svelte';
import { rowOf } from './draft.svelte';
import { History } from './history.svelte';
import { Several } from './several.svelte';
import { article, FakeDoor, refusal } from './testing';

let door: FakeDoor;
let articles: Articles;
let history: History;
let several: Several;
const left = vi.fn();

beforeEach(async () => {
  door = new FakeDoor();
  door.articles.set('a1', article());
  door.articles.set('a2', article({ id: 'a2', title: 'Pain', topics: ['Backs'] }));
  door.articles.set('a3', article({ id: 'a3', title: 'Blank', text: '' }));
  door.answers.articles_change = ({ ids, status, addTopic, removeTopic }) => {
    const asked = ids.map((id) => door.articles.get(id) ?? article());
    const refused = status === 'ready' ? asked.filter(({ text }) => text === '') : [];
    const changed = asked.filter((one) => !refused.includes(one) && one.status !== status);
    for (const one of changed) {
      const kept = one.topics.filter((topic) => topic !== removeTopic);
      const topics = addTopic === undefined ? kept : [...kept, addTopic];
      door.changeElsewhere(one.id, { topics, status: status ?? one.status });
    }
    return { before: changed, refused: refused.map(rowOf) };
  };
  door.answers.articles_put_back = ({ before }) => {
    for (const { id, status, topics } of before) {
      door.changeElsewhere(id, { status, topics });
    }
    return { before: [], refused: [] };
  };
  history = new History();
  articles = new Articles(door, () => undefined, history);
  left.mockClear();
  several = new Several(door, articles, new Bin(door, articles, left, history), history, left);
  await articles.load();
});

const statuses = () => [...door.articles.values()].map(({ status }) => status).join(' ');

it('makes all ready that can be, says which can not, and takes it back at once', async () => {
  await several.change(['a1', 'a2', 'a3'], { status: 'ready' });
  expect(statuses()).toBe('ready ready draft');
  const text = `${words.several.nowStatus.ready(2)} ${words.several.unready(['Blank'])}`;
  expect(history.notice).toEqual({ kind: 'done', text, undoable: true });
  await history.undo();
  expect(statuses()).toBe('draft draft draft');
  await history.redo();
  expect(statuses()).toBe('ready ready draft');
});

it('says so when nothing can be done, and there is nothing to undo', async () => {
  await several.change(['a3'], { status: 'ready' });
  expect(history.notice).toEqual({
    kind: 'done',
    text: words.several.unready(['Blank']),
    undoable: false,
  });
  await several.change(['a1'], { status: 'draft' });
  expect(history.notice).toMatchObject({ text: words.several.alreadyStatus.draft });
  expect(history.undoName).toBeNull();
});

it('asks the host once, however often a button is pressed', async () => {
  await Promise.all([several.delete(['a1']), several.delete(['a1'])]);
  expect(door.calls.filter((name) => name === 'articles_delete')).toHaveLength(1);
});

it('adds a topic to what each has', async () => {
  await several.change(['a1', 'a2'], { addTopic: 'Nights' });
  expect(door.articles.get('a2')?.topics).toEqual(['Backs', 'Nights']);
  await history.undo();
  expect(door.articles.get('a2')?.topics).toEqual(['Backs']);
});

it('removes a topic from those that have it, named in the menu', async () => {
  await several.change(['a1', 'a2'], { removeTopic: 'Backs' });
  expect(door.articles.get('a2')?.topics).toEqual([]);
  expect(history.undoName).toBe(words.several.removeTopicName('Backs'));
  await history.undo();
  expect(door.articles.get('a2')?.topics).toEqual(['Backs']);
  await history.redo();
  expect(door.articles.get('a2')?.topics).toEqual([]);
});

it('puts all in the bin, and takes them out again', async () => {
  await several.delete(['a1', 'a3']);
  expect([...door.binned.keys()]).toEqual(['a1', 'a3']);
  expect(articles.list.ids).toEqual(['a2']);
  expect(articles.list.total).toBe(1);
  await history.undo();
  expect(door.articles.size).toBe(3);
  expect(articles.list.total).toBe(3);
});

it('begins a copy, which goes again', async () => {
  door.answers.article_duplicate = ({ id, title }) => {
    const copy = { ...(door.articles.get(id) ?? article()), id: 'copy', title };
    door.articles.set('copy', copy);
    return copy;
  };
  expect(await several.duplicate({ id: 'a2', title: 'Pain' })).toBe('copy');
  expect(door.articles.get('copy')?.title).toBe('Copy of Pain');
  await history.undo();
  expect([...door.binned.keys()]).toEqual(['copy']);
});

it('does nothing while last words can not be kept, and says so', async () => {
  const draft = await articles.open('a1');
  door.failing = refusal('disk');
  draft.change({ text: 'Precious.' });
  await several.delete(['a1', 'a2']);
  expect(history.notice).toMatchObject({ kind: 'failed', problem: words.several.notSavedFirst });
  expect(door.binned.size).toBe(0);
});

it('tells the article that is open where it stands now', async () => {
  const draft = await articles.open('a1');
  door.changeElsewhere('a1', { standing: 'on-site' });
  await articles.standElsewhere();
  expect(draft.standing).toBe('on-site');
});

it('reaches the article that is open, there and back, and it is written in as ever', async () => {
  await several.change(['a1', 'a2'], { addTopic: 'Nights' });
  const draft = await articles.open('a1');
  expect(draft.topics).toEqual(['Nights']);
  await history.undo();
  expect(draft.topics).toEqual([]);
  await history.redo();
  expect(draft.topics).toEqual(['Nights']);
  draft.change({ topics: [...draft.topics, 'Rest'] });
  expect(await draft.saver.flush()).toBe(true);
  expect(door.articles.get('a1')?.topics).toEqual(['Nights', 'Rest']);
});

it('keeps last words before an article goes into the bin once more, and leaves it', async () => {
  await several.delete(['a1']);
  await history.undo();
  const draft = await articles.open('a1');
  draft.change({ text: 'Precious.' });
  left.mockClear();
  await history.redo();
  expect(door.binned.get('a1')?.text).toBe('Precious.');
  expect(left).toHaveBeenCalledWith('a1');
});
