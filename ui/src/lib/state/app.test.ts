// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { dialogs } from '../dialogs.svelte';
import { App } from './app.svelte';
import { address, paths } from './route.svelte';
import { article, FakeDoor, facts, refusal } from './testing';

const nothing = () => ({});
let door: FakeDoor;
let app: App;
const saves = () => door.calls.filter((name) => name === 'practice_save' || name === 'article_save').length;

beforeEach(async () => {
  vi.useFakeTimers();
  door = new FakeDoor();
  door.articles.set('a1', article());
  const opened = { folder: '/home/desk/Alder', name: 'Alder', place: null };
  door.answers = {
    app_start: () => ({ version: '1', menuBar: false, library: null, recent: [], problem: null }),
    library_open: () => opened,
    library_settle: nothing,
    library_keep_copy: nothing,
    library_close: nothing,
    practice_get: () => ({ ...facts }),
    practice_save: () => Promise.reject(refusal('disk')),
    export_state: () => ({ folder: null, suggested: '', elsewhere: false, changes: 0, ready: 0, drafts: 0 }),
  };
  app = new App(door);
  await app.openFolder(opened.folder);
});

afterEach(() => {
  vi.useRealTimers();
});

it('sends nothing of a library that was left with something unsaved', async () => {
  const { library } = app;
  const draft = await library?.articles.open('a1');
  door.failing = refusal('disk');
  library?.practice.change({ phone: '555-0199' });
  draft?.change({ text: 'Unsaved.' });
  const left = app.leave();
  await vi.advanceTimersByTimeAsync(0);
  app.asksToClose?.(true);
  await left;
  expect(app.library).toBeNull();

  await app.openFolder('/home/desk/Birch');
  const before = saves();
  // The screens of the library that was left go away only now.
  if (draft) await library?.articles.leave(draft);
  await library?.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saves()).toBe(before);
  expect(library?.unsaved).toBe(false);
  expect(library?.articles.notSaved).toEqual([]);
});

it('keeps all of a text that is still being pasted when the website is left', async () => {
  const draft = await app.library?.articles.open('a1');
  const settle = () => draft?.change({ text: 'All of it.' });
  app.commands.writer = { able: () => false, undo: vi.fn(), redo: vi.fn(), settle, pictures: vi.fn() };
  await app.leave();
  expect(door.articles.get('a1')?.text).toBe('All of it.');
});

it('opens a website once, however often it is asked', async () => {
  const opened = { folder: '/home/desk/Birch', name: 'Birch', place: null };
  door.answers.library_sample = vi.fn(() => opened);
  const sample = () => app.enter(null, () => door.call('library_sample', {}));
  await Promise.all([sample(), sample()]);
  expect(door.answers.library_sample).toHaveBeenCalledOnce();
  expect(app.problem).toBeNull();
});

it('stays with the website that is being exported', async () => {
  let finish: () => void = () => undefined;
  door.answers.export_site = () =>
    new Promise((_, refuse) => (finish = () => refuse(refusal('export_stopped'))));
  void app.library?.exporting.run('/home/desk/Site');
  door.tell({ type: 'openFolder', folder: '/home/desk/Birch' });
  await vi.advanceTimersByTimeAsync(0);
  expect(app.library?.folder).toBe('/home/desk/Alder');
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(app.library?.exporting.stage.name).toBe('stopped');
});

it('keeps what was typed as soon as the person turns to something else', async () => {
  const draft = await app.library?.articles.open('a1');
  draft?.change({ text: 'Typed.' });
  app.turnedAway();
  await vi.advanceTimersByTimeAsync(0);
  expect(door.articles.get('a1')?.text).toBe('Typed.');
});

it('looks every five minutes whether a copy is due, for as long as the library is open', async () => {
  const looks = () => door.calls.filter((name) => name === 'library_keep_copy').length;
  await vi.advanceTimersByTimeAsync(0);
  expect(looks()).toBe(1);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(looks()).toBe(3);
  await app.leave();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(looks()).toBe(3);
});

const holds = { articles: 1, pictures: 0, lastChange: '2026-06-15T11:00:00Z' };
const copy = (made: string) => ({ made, beforeUpdate: false, holds });

it('opens a copy in place of a library that is damaged, or says why not', async () => {
  door.answers.library_settle = () => Promise.reject(refusal('library_damaged'));
  await app.openFolder('/home/desk/Alder');
  await vi.advanceTimersByTimeAsync(0);
  const made = ['2026-06-15T12:00:00Z', '2026-06-14T12:00:00Z'];
  const copies = made.map(copy);
  door.answers.library_copies = ({ folder }) => ({ copies: folder === '/home/desk/Alder' ? copies : [] });
  expect(await app.copiesOf('/home/desk/Alder')).toEqual(copies);
  door.answers.library_settle = nothing;
  door.answers.library_open_copy = ({ folder, made: asked }) =>
    asked === made[1] ? { folder, name: 'Alder', place: null } : Promise.reject(refusal('library_damaged'));
  await app.openCopy('/home/desk/Alder', '2026-06-15T12:00:00Z');
  expect(app.problem).toMatchObject({ folder: '/home/desk/Alder', refusal: { code: 'library_damaged' } });
  await app.openCopy('/home/desk/Alder', '2026-06-14T12:00:00Z');
  expect(app.problem).toBeNull();
  expect(app.library?.folder).toBe('/home/desk/Alder');
});

it('has no copies to offer where they can not be found out', async () => {
  door.answers.library_copies = () => Promise.reject(refusal('disk'));
  expect(await app.copiesOf('/home/desk/Alder')).toEqual([]);
});

it('leaves a library that turns out to be damaged, but not words that were typed into it', async () => {
  const damaged = () => Promise.reject(refusal('library_damaged'));
  door.answers.library_settle = damaged;
  await app.openFolder('/home/desk/Alder');
  await vi.advanceTimersByTimeAsync(0);
  expect(app.library).toBeNull();
  expect(app.problem?.folder).toBe('/home/desk/Alder');
  expect(door.calls).toContain('library_close');

  let found = () => {};
  door.answers.library_settle = () =>
    new Promise((_, refused) => {
      found = () => refused(refusal('library_damaged'));
    });
  await app.openFolder('/home/desk/Alder');
  door.failing = refusal('library_damaged');
  const draft = await app.library?.articles.open('a1');
  draft?.change({ text: 'Typed.' });
  found();
  await vi.advanceTimersByTimeAsync(0);
  expect(app.library).not.toBeNull();
  expect(draft?.text).toBe('Typed.');
});

it('puts what was typed into a damaged library into the copy that is opened', async () => {
  const { library } = app;
  door.failing = refusal('library_damaged');
  door.articles.set('a2', article({ id: 'a2', title: 'Naps', address: 'naps' }));
  const [typed, gone] = [await library?.articles.open('a1'), await library?.articles.open('a2')];
  typed?.change({ text: 'Typed.' });
  gone?.change({ title: 'Longer naps', text: 'Typed, too.' });
  expect(library?.damaged).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(library?.damaged).toBe(true);
  address.go(paths.article('a2'));

  // The copy that is tried first is damaged, too: nothing is lost by that.
  const opens = { folder: '/home/desk/Alder', name: 'Alder', place: null };
  door.answers.library_open_copy = () => Promise.reject(refusal('library_damaged'));
  await app.openCopy('/home/desk/Alder', '2026-06-15T12:00:00Z');
  expect([app.library, app.carries]).toEqual([null, true]);
  // The next one is older than one of the articles.
  door.failing = null;
  door.articles.set('a1', article({ text: 'Old.' }));
  door.articles.delete('a2');
  door.answers.article_create = () => {
    const made = article({ id: 'a3', title: '', text: '' });
    door.articles.set('a3', made);
    return made;
  };
  door.answers.library_open_copy = () => opens;
  await app.openCopy('/home/desk/Alder', '2026-06-14T12:00:00Z');
  await vi.advanceTimersByTimeAsync(1000);
  expect([app.problem, app.carries]).toEqual([null, false]);
  expect(door.articles.get('a1')).toMatchObject({ title: 'Sleep', text: 'Typed.' });
  expect(door.articles.get('a3')).toMatchObject({ title: 'Longer naps', text: 'Typed, too.' });
  expect(address.route).toEqual({ name: 'article', id: 'a3' });
});

it('does nothing by the menu bar underneath a dialog', () => {
  const [newArticle, find] = [vi.fn(), vi.fn()];
  app.commands.offer({ newArticle: { run: newArticle }, find: { run: find } });
  const press = () => door.tell({ type: 'menuItem', id: 'newArticle' });
  const enabled = () =>
    app.commands.menus.flatMap(({ items }) => items).find(({ id }) => id === 'newArticle')?.enabled;
  const closed = dialogs.opened();
  press();
  expect([newArticle.mock.calls.length, enabled()]).toEqual([0, false]);
  closed();
  press();
  expect([newArticle.mock.calls.length, enabled()]).toEqual([1, true]);
});

it('takes back by the menu bar what was typed in a dialog, and nothing underneath', () => {
  const history = { undo: vi.fn(), redo: vi.fn() };
  app.commands.writer = { ...history, able: () => true, settle: vi.fn(), pictures: vi.fn() };
  const closed = dialogs.opened();
  for (const place of ['text', 'desk'] as const) {
    app.commands.place = place;
    expect(app.commands.can('undo')).toBe(false);
    door.tell({ type: 'menuItem', id: 'undo' });
  }
  expect(history.undo).not.toHaveBeenCalled();
  app.commands.place = 'field';
  expect(app.commands.can('undo')).toBe(true);
  closed();
});
