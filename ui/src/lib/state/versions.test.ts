import { beforeEach, expect, it, vi } from 'vitest';

import type { Version } from '../api';
import { words } from '../words';
import { Articles } from './articles.svelte';
import type { Draft } from './draft.svelte';
import { History } from './history.svelte';
import { article, FakeDoor, refusal } from './testing';
import { Versions } from './versions.svelte';

let door: FakeDoor;
let draft: Draft;
let versions: Versions;
let articles: Articles;
let history: History;
/** The words of each version, the newest first: as the library keeps them. */
let kept: { version: Version; text: string }[];
const rows = vi.fn();

function keep(text: string, reason = 'pause', name: string | null = null): Version {
  const id = kept.length + 1;
  const version = { id, kept: `2026-06-15T12:0${id}:00Z`, reason, name, added: 1, removed: 0 };
  kept = [{ version, text }, ...kept];
  return version;
}

function versionOf(id: number): Version {
  const found = kept.find(({ version }) => version.id === id)?.version;
  if (found === undefined) throw refusal('not_found');
  return found;
}

const textOf = (id: number) => kept.find(({ version }) => version.id === id)?.text ?? '';
const stored = () => door.articles.get('a1') ?? article();
const span = (text: string, changed = true) => [{ text, changed }];
const nothing = { before: [], now: [] };

beforeEach(async () => {
  rows.mockClear();
  kept = [];
  door = new FakeDoor();
  door.articles.set('a1', article());
  door.answers = {
    versions_list: () => ({ versions: kept.map(({ version }) => version) }),
    version_name: ({ name }) => keep(stored().text, 'named', name),
    version_rename: ({ version, name }) => {
      kept = kept.map((one) =>
        one.version.id === version ? { ...one, version: { ...one.version, name } } : one,
      );
      return versionOf(version);
    },
    version_compare: ({ version }) => ({
      title: nothing,
      summary: nothing,
      rows: [{ before: span(textOf(version)), now: span(stored().text) }],
    }),
    version_bring_back: ({ version, baseRevision }) => {
      if (baseRevision !== stored().revision) throw refusal('stale');
      const text = textOf(version);
      keep(stored().text, 'brought-back');
      door.changeElsewhere('a1', { text });
      return stored();
    },
  };
  history = new History();
  articles = new Articles(door, rows, history);
  draft = await articles.open('a1');
  versions = new Versions({ door, articles, history }, draft);
});

const compared = () => [versions.shown?.version.id, versions.shown?.comparison.rows[0]?.now?.[0]?.text];
const settled = (expected: unknown[]) => vi.waitFor(() => expect(compared()).toEqual(expected));

it('shows the newest version first, beside what was typed a moment ago', async () => {
  keep('Older.');
  keep('Old.');
  draft.change({ text: 'Typed a moment ago.' });
  await versions.load();
  expect(versions.list?.map(({ id }) => id)).toEqual([2, 1]);
  expect(versions.chosen?.id).toBe(2);
  await settled([2, 'Typed a moment ago.']);
});

it('has nothing to compare where there is no version', async () => {
  await versions.load();
  expect(versions.list).toEqual([]);
  expect(versions.chosen).toBeNull();
  expect(door.calls).not.toContain('version_compare');
});

it('lists nothing while the last words are not kept, and everything once they are', async () => {
  keep('Old.');
  door.failing = refusal('disk');
  draft.change({ text: 'Precious.' });
  await versions.load();
  expect(versions.list).toBeNull();
  expect(draft.saver.status.kind).toBe('failed');
  door.failing = null;
  await versions.load();
  await settled([1, 'Precious.']);
});

it('answers quick choices with the last of them, and asks for one at a time', async () => {
  const [first, second, third] = [keep('1'), keep('2'), keep('3')];
  await versions.load();
  await settled([3, 'One.']);
  const before = door.calls.length;
  versions.choose(second);
  versions.choose(first);
  versions.choose(third);
  versions.choose(first);
  expect(versions.chosen).toBe(first);
  await settled([1, 'One.']);
  expect(door.calls.length - before).toBeLessThanOrEqual(2);
});

it('brings back a version, and the editor goes on from there', async () => {
  keep('Old.');
  await versions.load();
  await settled([1, 'One.']);
  await versions.bringBack(null);
  expect(history.notice).toMatchObject({ text: words.versions.broughtBack, undoable: true });
  expect(draft).toMatchObject({ text: 'Old.', replaced: 1 });
  expect(rows).toHaveBeenCalledOnce();
  await settled([1, 'Old.']);

  draft.change({ text: 'Old. And more.' });
  expect(await draft.saver.flush()).toBe(true);
  expect(stored().text).toBe('Old. And more.');
});

it('brings back one paragraph by its number', async () => {
  keep('Old.');
  await versions.load();
  await settled([1, 'One.']);
  const asked = vi.fn(door.answers.version_bring_back);
  door.answers.version_bring_back = asked;
  await versions.bringBack(7);
  expect(asked).toHaveBeenCalledWith({ article: 'a1', version: 1, row: 7, baseRevision: 1 });
});

it('can undo that, and do it again, also when the screen was left', async () => {
  keep('Old.');
  await versions.load();
  await settled([1, 'One.']);
  await versions.bringBack(null);
  await history.undo();
  expect(draft.text).toBe('One.');
  expect(versions.chosen?.id).toBe(1);
  await settled([1, 'One.']);
  await history.redo();
  expect(draft.text).toBe('Old.');
  versions.stop();
  await articles.leave(draft);
  await history.undo();
  expect(stored().text).toBe('One.');
});

it('never goes back over what was written since', async () => {
  keep('Old.');
  await versions.load();
  await settled([1, 'One.']);
  await versions.bringBack(0);
  draft.change({ text: 'Old. Twenty minutes of writing.' });
  await articles.leave(draft);
  await history.undo();
  expect(stored().text).toBe('Old. Twenty minutes of writing.');
  expect(history.notice).toMatchObject({ kind: 'failed' });
  // It does not stand in the way of what was done before.
  expect(history.undoName).toBeNull();
});

it('does nothing again over what was written since', async () => {
  keep('Old.');
  await versions.load();
  await settled([1, 'One.']);
  await versions.bringBack(0);
  await history.undo();
  draft.change({ text: 'One. And more.' });
  await history.redo();
  expect(draft.text).toBe('One. And more.');
  expect(stored().text).toBe('One. And more.');
});

it('goes back also when something else was done and undone since', async () => {
  keep('Old.');
  await versions.load();
  await settled([1, 'One.']);
  await versions.bringBack(null);
  draft.change({ topics: ['Sleep'] });
  await history.undo();
  await history.undo();
  expect(stored()).toMatchObject({ text: 'One.', topics: [] });
});

it('keeps the words of now under a name', async () => {
  draft.change({ text: 'Approved words.' });
  expect(await versions.keep('Approved')).toBe(true);
  expect(history.notice).toMatchObject({ text: words.versions.kept('Approved'), undoable: true });
  expect(versions.list?.[0]).toMatchObject({ name: 'Approved' });
  expect(textOf(1)).toBe('Approved words.');
});

const names = () => versions.list?.map(({ name }) => name);

it.each([
  [null, 'Approved', words.history.nameVersion('Approved')],
  ['Draft', 'Approved', words.history.renameVersion('Approved')],
  ['Draft', null, words.history.unnameVersion('Draft')],
])('names an earlier version: %s becomes %s, undone by name', async (before, name, action) => {
  const earlier = keep('Older.', 'pause', before);
  keep('Old.');
  await versions.load();
  expect(await versions.rename(earlier, name)).toBe(true);
  expect(names()).toEqual([null, name]);
  expect(history.undoName).toBe(action);
  await history.undo();
  expect(names()).toEqual([null, before]);
  await history.redo();
  expect(names()).toEqual([null, name]);
});

it('undoes the name of a version that was kept just now', async () => {
  await versions.load();
  await versions.keep('Approved');
  await history.undo();
  expect(names()).toEqual([null]);
  await history.redo();
  expect(names()).toEqual(['Approved']);
});

it('shows what is undone to who left the versions and came back', async () => {
  const earlier = keep('Older.');
  await versions.load();
  await versions.rename(earlier, 'Approved');
  versions.stop();
  const again = new Versions({ door, articles, history }, draft);
  await again.load();
  await history.undo();
  expect(again.list?.map(({ name }) => name)).toEqual([null]);
});

it('does nothing where the name stays the same', async () => {
  const earlier = keep('Older.', 'pause', 'Approved');
  await versions.load();
  expect(await versions.rename(earlier, 'Approved')).toBe(true);
  expect(history.undoName).toBeNull();
});

it('takes another version where the chosen one was thinned out', async () => {
  keep('Older.');
  keep('Old.');
  await versions.load();
  versions.choose(kept[1]?.version ?? keep(''));
  await settled([1, 'One.']);
  kept = kept.slice(0, 1);
  await versions.load();
  await settled([2, 'One.']);
});

it('says what went wrong, and shows what was changed elsewhere meanwhile', async () => {
  keep('Old.');
  await versions.load();
  await settled([1, 'One.']);
  door.changeElsewhere('a1', { text: 'From elsewhere.' });
  await versions.bringBack(null);
  expect(versions.problem).toMatchObject({ code: 'stale' });
  expect(history.undoName).toBeNull();
  expect(draft.text).toBe('From elsewhere.');
  await settled([1, 'From elsewhere.']);
  await versions.bringBack(null);
  expect(versions.problem).toBeNull();
  expect(draft.text).toBe('Old.');
});
