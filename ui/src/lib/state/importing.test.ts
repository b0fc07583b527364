// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';

import { words } from '../words';
import { Articles } from './articles.svelte';
import { Bin } from './bin.svelte';
import { History } from './history.svelte';
import { importFiles } from './importing';
import { FakeDoor, titlesIn } from './testing';

let door: FakeDoor;
let around: { door: FakeDoor; articles: Articles; bin: Bin; history: History };
const go = vi.fn();
const file = (name: string, text: string) => new File([text], name);
const listed = () => titlesIn(around.articles);

beforeEach(async () => {
  go.mockClear();
  door = new FakeDoor();
  const history = new History();
  const articles = new Articles(door, () => undefined, history);
  const bin = new Bin(door, articles, () => undefined, history);
  around = { door, articles, bin, history };
  await articles.load();
});

it('makes a draft of each file, and takes all of them back at once', async () => {
  await importFiles(around, [file('Sleep', 'Rest.'), file('Pain', 'Move.')], go);
  expect(listed()).toEqual(['Pain', 'Sleep']);
  expect(go).toHaveBeenCalledWith(['Sleep', 'Pain']);
  const { history } = around;
  expect(history.notice).toMatchObject({ text: words.dropped.imported(2, ''), undoable: true });
  await history.undo();
  expect(listed()).toEqual([]);
  expect([...door.binned.keys()]).toEqual(['Sleep', 'Pain']);
  await history.redo();
  expect(listed()).toHaveLength(2);
});

it('makes drafts of the others when one is no text, and says which is not', async () => {
  await importFiles(around, [file('Photo', '\0'), file('Pain', 'Move.')], go);
  expect(listed()).toEqual(['Pain']);
  expect(around.history.notice).toMatchObject({ kind: 'failed', problem: { code: 'invalid' } });
  expect(around.history.undoName).toBe('import “Pain”');
});

it('tells of pictures that did not come along', async () => {
  await importFiles(around, [file('Sleep', '![x](bed.jpg)')], go);
  const { notice } = around.history;
  expect(notice?.kind === 'done' && notice.text).toContain(words.dropped.picturesMissing);
});

it('does nothing with nothing', async () => {
  await importFiles(around, [], go);
  expect(go).not.toHaveBeenCalled();
  expect(around.history.undoName).toBeNull();
});
