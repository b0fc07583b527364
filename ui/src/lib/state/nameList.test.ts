import { beforeEach, expect, it, vi } from 'vitest';

import { type Person, Refusal, type Topic } from '../api';
import { words } from '../words';
import { Articles } from './articles.svelte';
import { Bin } from './bin.svelte';
import { History } from './history.svelte';
import { People } from './people.svelte';
import { article, FakeDoor, refusal } from './testing';
import { Topics } from './topics.svelte';

let door: FakeDoor;
let history: History;
let articles: Articles;
let topics: Topics;
let people: People;
let known: Topic[];
let persons: Person[];
let binned: Topic[];
const left = vi.fn();
const taken = new Refusal({ code: 'invalid', field: 'name', message: 'Another one.', hint: '' });

/** Keeps topics as the library does, as far as the window sees them. */
function answerForTopics(): void {
  door.answers.topics_list = () => ({ topics: known });
  door.answers.names_list = () => ({ topics: known.map(({ name }) => name), people: [] });
  door.answers.topic_rename = ({ id, name }) => {
    if (known.some((topic) => topic.name === name && topic.id !== id)) throw taken;
    known = known.map((topic) => (topic.id === id ? { ...topic, name: name.trim() } : topic));
    return {};
  };
  door.answers.topic_delete = ({ id }) => {
    const topic = known.find((other) => other.id === id);
    if (!topic) throw refusal('not_found');
    known = known.filter((other) => other !== topic);
    binned = [topic, ...binned];
    return {};
  };
  door.answers.topic_restore = ({ id }) => {
    const topic = binned.find((other) => other.id === id);
    if (!topic) throw refusal('not_found');
    binned = binned.filter((other) => other !== topic);
    const same = known.find(({ name }) => name === topic.name);
    if (same) return { id: same.id, joined: ['a1'] };
    known = [...known, topic];
    return { id, joined: null };
  };
  door.answers.topic_part = ({ id }) => {
    const topic = known.find((other) => other.id === id);
    if (!topic) throw refusal('not_found');
    binned = [{ ...topic, id: `${id}-parted` }, ...binned];
    return { id: `${id}-parted` };
  };
  door.answers.bin_list = () => ({
    articles: [],
    pictures: [],
    topics: binned.map((topic) => ({ ...topic, binned: '', until: '' })),
    people: [],
  });
}

beforeEach(async () => {
  vi.clearAllMocks();
  vi.useRealTimers();
  known = [
    { id: 't1', name: 'Nights', articles: 2 },
    { id: 't2', name: 'Stress', articles: 0 },
  ];
  persons = [{ id: 'p1', name: 'Ana', credentials: '', articles: 1 }];
  binned = [];
  door = new FakeDoor();
  door.articles.set('a1', article({ topics: ['Nights'] }));
  answerForTopics();
  door.answers.people_list = () => ({ people: persons });
  history = new History();
  articles = new Articles(door, () => undefined, history);
  const bin = new Bin(door, articles, () => undefined, history);
  topics = new Topics(door, { articles, bin, history, left });
  people = new People(door, { articles, bin, history, left });
  await Promise.all([topics.load(), people.load(), articles.load()]);
});

const names = () => topics.rows?.map(({ name }) => name).join(' ');
const row = (id: string) => topics.row(id) ?? { id, name: '?', articles: 0 };

it('moves a topic to the bin, says so, and takes it back and there again', async () => {
  expect(await topics.delete(row('t1'))).toBe(true);
  expect(names()).toBe('Stress');
  expect(left).toHaveBeenCalledWith('t1');
  const text = words.topics.done.isIn('Nights', 2);
  expect(history.notice).toEqual({ kind: 'done', text, undoable: true });
  await history.undo();
  expect(names()).toBe('Stress Nights');
  expect(topics.undone).toBe('t1');
  await history.redo();
  expect(names()).toBe('Stress');
});

it('lets an article that is open go on without the topic', async () => {
  const draft = await articles.open('a1');
  door.changeElsewhere('a1', { topics: [] });
  await topics.delete(row('t1'));
  expect(draft.topics).toEqual([]);
  expect(articles.names.topics).toEqual(['Stress']);
});

it('deletes nothing while an article could still make the topic anew', async () => {
  const draft = await articles.open('a1');
  door.failing = refusal('disk');
  draft.change({ topics: ['Nights', 'Rest'] });
  expect(await topics.delete(row('t1'))).toBe(false);
  expect(history.notice).toMatchObject({ kind: 'failed', problem: words.names.notSavedFirst });
  expect(names()).toBe('Nights Stress');
});

it('joins a new one of the same name, says so, and parts from it again', async () => {
  await topics.delete(row('t1'));
  known = [...known, { id: 't3', name: 'Nights', articles: 1 }];
  await topics.putBack({ id: 't1', name: 'Nights' });
  const text = words.topics.done.joined('Nights');
  expect(history.notice).toEqual({ kind: 'done', text, undoable: true });
  await history.undo();
  expect(binned.map(({ id }) => id)).toEqual(['t3-parted']);
  await history.redo();
  expect(binned).toEqual([]);
  await history.undo();
  expect(binned.map(({ id }) => id)).toEqual(['t3-parted']);
});

it('keeps a name that was typed, and undoes all of it at once', async () => {
  const form = await topics.open('t1');
  form.change('name', 'Nightly');
  form.change('name', 'Nightly ');
  form.left();
  await form.saver.flush();
  expect(known[0]?.name).toBe('Nightly');
  expect(topics.row('t1')?.name).toBe('Nightly ');
  topics.leave(form);
  await vi.waitFor(() => expect(form.fields.name).toBe('Nightly'));
  await history.undo();
  expect(known[0]?.name).toBe('Nights');
  expect(form.fields.name).toBe('Nights');
});

it('undoes a new name also of a topic that was in the bin since', async () => {
  const form = await topics.open('t1');
  form.change('name', 'Rest');
  topics.leave(form);
  await form.saver.flush();
  await topics.delete(row('t1'));
  await history.undo();
  await history.undo();
  expect(names()).toBe('Stress Nights');
  expect((await topics.open('t1')).fields.name).toBe('Nights');
});

it('says so when a name can’t be undone', async () => {
  const form = await topics.open('t1');
  form.change('name', 'Rest');
  topics.leave(form);
  await form.saver.flush();
  known = [...known, { id: 't3', name: 'Nights', articles: 0 }];
  await history.undo();
  expect(history.notice).toEqual({ kind: 'failed', problem: taken });
});

it('complains about a name that another one has when the person is done with it', async () => {
  const form = await topics.open('t1');
  form.change('name', 'Stress');
  await form.saver.flush();
  expect(form.complaint).toBeNull();
  expect(form.status.kind).toBe('saving');
  form.left();
  expect(form.complaint?.message).toBe('Another one.');
  expect(topics.notSaved).toMatchObject([{ path: '#/topics/t1' }]);
  expect(known[0]?.name).toBe('Nights');
  form.change('name', 'Rest');
  form.left();
  await form.saver.flush();
  expect(form.complaint).toBeNull();
  expect(topics.notSaved).toEqual([]);
});

it('keeps what else was changed of a person whose name can’t be', async () => {
  const kept: unknown[] = [];
  door.answers.person_save = ({ patch }) => {
    if (patch.name === '') throw taken;
    kept.push(patch);
    return {};
  };
  const form = await people.open('p1');
  form.change('name', '');
  form.change('credentials', 'MD');
  form.left();
  expect(await form.saver.flush()).toBe(false);
  expect(kept).toContainEqual({ credentials: 'MD' });
  expect(people.row('p1')).toMatchObject({ name: 'Ana', credentials: 'MD' });
});

it('shows the articles of one, and follows when it gets another name', async () => {
  articles.list.look('words');
  topics.showArticles(row('t1'));
  expect(articles.list.query).toBe('');
  expect(articles.list.filters).toMatchObject({ topic: 'Nights', author: null });
  const form = await topics.open('t1');
  form.change('name', 'Rest');
  await form.saver.flush();
  expect(articles.list.filters.topic).toBe('Rest');
});

it('adds a person, and puts them in the bin when that is undone', async () => {
  const gone: string[] = [];
  door.answers.person_add = ({ name, credentials }) => {
    if (name === '') throw taken;
    const person = { id: 'p2', name, credentials, articles: 0 };
    persons = [...persons, person];
    return person;
  };
  door.answers.person_delete = ({ id }) => {
    gone.push(id);
    return {};
  };
  await expect(people.add({ name: '', credentials: '' })).rejects.toBe(taken);
  await people.add({ name: 'Lee', credentials: 'MD' });
  expect(people.rows).toHaveLength(2);
  await history.undo();
  expect(gone).toEqual(['p2']);
});

it('adds a topic that no article has, and takes it away and back', async () => {
  door.answers.topic_add = ({ name }) => {
    const topic = { id: 't3', name, articles: 0 };
    known = [...known, topic];
    return topic;
  };
  await topics.add({ name: 'Rest' });
  expect(names()).toBe('Nights Stress Rest');
  expect(articles.names.topics).toContain('Rest');
  expect(history.undoName).toBe('add topic “Rest”');
  await history.undo();
  expect(names()).toBe('Nights Stress');
  await history.redo();
  expect(names()).toBe('Nights Stress Rest');
});

it('does not find what is not there', async () => {
  await expect(topics.open('t9')).rejects.toMatchObject({ code: 'not_found' });
});
