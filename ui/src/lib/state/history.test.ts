import { beforeEach, expect, it } from 'vitest';

import { words } from '../words';
import { History } from './history.svelte';
import { refusal } from './testing';

let history: History;
let topics: string[];
let title: string;

beforeEach(() => {
  history = new History();
  topics = [];
  title = '';
});

/** Adds a topic, as somebody at the desk would. */
function add(topic: string, announcement: string | null = null): void {
  const redo = () => Promise.resolve(void topics.push(topic));
  const undo = () => Promise.resolve(void (topics = topics.filter((other) => other !== topic)));
  void redo();
  history.done({ name: `add ${topic}`, undo, redo }, announcement);
}

function type(text: string): void {
  const before = title;
  title = text;
  const put = (value: string) => void (title = value);
  history.edited({ name: 'change title', field: 'title', before, after: text, put });
}

it('takes back the last thing first, and does it again', async () => {
  add('sleep');
  add('pain');
  expect(history.undoName).toBe('add pain');
  await history.undo();
  expect(topics).toEqual(['sleep']);
  expect([history.undoName, history.redoName]).toEqual(['add sleep', 'add pain']);
  await history.undo();
  await history.redo();
  expect(topics).toEqual(['sleep']);
  await history.redo();
  expect(topics).toEqual(['sleep', 'pain']);
  expect(history.redoName).toBeNull();
});

it('goes on from what was taken back: that can’t be done again any more', async () => {
  add('sleep');
  await history.undo();
  add('pain');
  expect(history.redoName).toBeNull();
  await history.redo();
  expect(topics).toEqual(['pain']);
});

it('takes back nothing when nothing was done', async () => {
  await history.undo();
  await history.redo();
  expect(history.notice).toBeNull();
});

it('makes one action of what is typed into one field', async () => {
  for (const text of ['S', 'Sl', 'Sleep']) type(text);
  add('pain');
  for (const text of ['Sleeps', 'Sleep well']) type(text);
  const names = [];
  while (history.undoName !== null) {
    names.push([history.undoName, title]);
    await history.undo();
  }
  expect(names).toEqual([
    ['change title', 'Sleep well'],
    ['add pain', 'Sleep'],
    ['change title', 'Sleep'],
  ]);
  expect(title).toBe('');
  await history.redo();
  expect(title).toBe('Sleep');
});

it('makes two actions of a field that was left and come back to', async () => {
  type('Sleep');
  history.settle();
  type('Sleep well');
  await history.undo();
  expect(title).toBe('Sleep');
});

it('forgets an edit that was taken back by hand', () => {
  add('pain');
  type('S');
  type('');
  expect(history.undoName).toBe('add pain');
});

it('says what was done, and what was taken back', async () => {
  add('sleep', 'Added.');
  expect(history.notice).toEqual({ kind: 'done', text: 'Added.', undoable: true });
  await history.undo();
  expect(history.notice).toMatchObject({ kind: 'undone', text: words.history.undone('add sleep') });
  await history.redo();
  expect(history.notice).toMatchObject({ kind: 'done', undoable: true });
});

it('offers in the bar only what was done last', () => {
  add('sleep', 'Added.');
  type('S');
  expect(history.notice).toBeNull();
});

it('keeps what could not be taken back, and says why', async () => {
  add('sleep');
  let works = false;
  const undo = () => (works ? Promise.resolve() : Promise.reject(refusal('disk')));
  history.done({ name: 'remove picture', undo, redo: undo });
  await history.undo();
  expect(history.notice).toMatchObject({ kind: 'failed', problem: { code: 'disk' } });
  expect([history.undoName, history.redoName]).toEqual(['remove picture', null]);
  works = true;
  await history.undo();
  expect([history.undoName, history.redoName]).toEqual(['add sleep', 'remove picture']);
});

it('does not stand still at what is not there any more', async () => {
  add('sleep');
  const undo = () => Promise.reject(refusal('not_found'));
  history.done({ name: 'delete article', undo, redo: undo });
  await history.undo();
  expect(history.notice).toMatchObject({ kind: 'failed' });
  expect([history.undoName, history.redoName]).toEqual(['add sleep', null]);
});

it('takes back one after the other, however fast the key repeats', async () => {
  for (const topic of ['sleep', 'pain', 'stress']) add(topic);
  await Promise.all([history.undo(), history.undo()]);
  expect(topics).toEqual(['sleep']);
});

it('remembers so much and no more', async () => {
  for (let n = 0; n < 300; n += 1) add(`topic ${n}`);
  while (history.undoName !== null) await history.undo();
  expect(topics).toHaveLength(100);
});

it('knows nothing of a library that was left, also not by an answer that comes late', async () => {
  let answer: () => void = () => undefined;
  const late = () => new Promise<void>((resolve) => (answer = resolve));
  history.done({ name: 'delete article', undo: late, redo: late });
  const undoing = history.undo();
  await Promise.resolve();
  history.end();
  answer();
  await undoing;
  expect([history.undoName, history.redoName, history.notice]).toEqual([null, null, null]);
});
