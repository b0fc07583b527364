import { beforeEach, expect, it, vi } from 'vitest';

import type { PictureDetails } from '../api';
import { words } from '../words';
import { Articles } from './articles.svelte';
import { Bin } from './bin.svelte';
import { History } from './history.svelte';
import { Pictures } from './pictures.svelte';
import { article, FakeDoor, listedPicture, refusal } from './testing';

let door: FakeDoor;
let articles: Articles;
let history: History;
let pictures: Pictures;
let alts: Record<string, string>;
let binned: Set<string>;
const changed = vi.fn();
const left = vi.fn();

const known = (id: string) => listedPicture({ id, alt: alts[id] ?? '' }, 1);
const details = (id: string): PictureDetails => {
  if (binned.has(id)) throw refusal('not_found');
  return {
    ...known(id),
    uses: [],
    describedOtherwise: 0,
    adjustments: {
      turns: 0,
      crop: { left: 0, top: 0, width: 10_000, height: 10_000 },
      focus: { x: 5000, y: 5000 },
    },
    fullWidth: 1600,
    fullHeight: 900,
    whole: '',
  };
};

beforeEach(async () => {
  vi.clearAllMocks();
  alts = { p1: 'A door', p2: '' };
  binned = new Set();
  door = new FakeDoor();
  door.articles.set('a1', article({ text: '![A door](picture:p1)' }));
  door.answers = {
    pictures_list: () => ({
      pictures: Object.keys(alts)
        .filter((id) => !binned.has(id))
        .map(known),
    }),
    picture_details: ({ id }) => details(id),
    picture_describe: ({ id, alt }) => {
      if (door.failing) throw door.failing;
      alts[id] = alt;
      return known(id).picture;
    },
    picture_delete: ({ id }) => {
      binned.add(id);
      return {};
    },
    picture_restore: ({ id }) => {
      binned.delete(id);
      return known(id).picture;
    },
    picture_replace: ({ with: other, alt }) => {
      door.changeElsewhere('a1', { text: `![${alt}](picture:${other})` });
      return { undo: 7, articles: ['a1'] };
    },
    pictures_undo: () => {
      door.changeElsewhere('a1', { text: '![A door](picture:p1)' });
      return { ids: ['a1'] };
    },
  };
  history = new History();
  articles = new Articles(door, changed);
  const bin = new Bin(door, articles, () => undefined);
  pictures = new Pictures(door, { articles, bin, history, changed, left });
  await Promise.all([articles.load(), pictures.load()]);
});

const ids = () => pictures.rows?.map(({ picture }) => picture.id).join(' ');
const altOf = (id: string) => pictures.rows?.find(({ picture }) => picture.id === id)?.picture.alt;

it('keeps what a picture shows, and takes it back', async () => {
  const open = await pictures.open('p1');
  open.describe('A red');
  open.describe('A red door');
  expect(pictures.unsaved).toBe(true);
  expect(await pictures.flush()).toBe(true);
  expect([alts['p1'], altOf('p1')]).toEqual(['A red door', 'A red door']);
  await history.undo();
  expect([alts['p1'], open.alt]).toEqual(['A door', 'A door']);
});

it('takes it back also when nobody looks at the picture any more, or says why not', async () => {
  const open = await pictures.open('p1');
  open.describe('A red door');
  await pictures.leave(open);
  expect(alts['p1']).toBe('A red door');
  door.failing = refusal('disk');
  await history.undo();
  expect(history.notice).toMatchObject({ kind: 'failed', problem: { code: 'disk' } });
  door.failing = null;
  await history.undo();
  expect(alts['p1']).toBe('A door');
});

it('asks anew only for pictures that somebody looks at', async () => {
  await pictures.leave(await pictures.open('p1'));
  const asked = vi.fn(details);
  door.answers.picture_details = ({ id }) => asked(id);
  const open = await pictures.open('p2');
  await open.saver.flush();
  await pictures.describeEverywhere(open);
  expect(asked.mock.calls.flat()).not.toContain('p1');
});

it('has one picture for two that look at it', async () => {
  const [first, second] = await Promise.all([pictures.open('p1'), pictures.open('p1')]);
  expect(second).toBe(first);
});

it('does not let an old answer take back what was kept since', async () => {
  const open = await pictures.open('p1');
  const arrive = door.late('picture_details');
  const followed = open.follow();
  await Promise.resolve();
  open.describe('A red door');
  arrive();
  await pictures.flush();
  await followed;
  expect(open.alt).toBe('A red door');
});

it('says what could not be kept, and keeps it when it can', async () => {
  const open = await pictures.open('p1');
  door.failing = refusal('disk');
  open.describe('A red door');
  expect(await pictures.flush()).toBe(false);
  expect(pictures.notSaved).toMatchObject([{ path: '#/pictures/p1' }]);
  // Looked at again, it has the words that are not kept yet.
  expect((await pictures.open('p1')).alt).toBe('A red door');
  door.failing = null;
  expect(await pictures.flush()).toBe(true);
  expect(alts['p1']).toBe('A red door');
});

it('learns what a picture shows only where nobody has said so', async () => {
  await pictures.learn('p1', 'Something else');
  await pictures.learn('p2', ' ');
  expect(alts).toEqual({ p1: 'A door', p2: '' });
  await pictures.learn('p2', 'A lamp');
  expect([alts['p2'], altOf('p2')]).toEqual(['A lamp', 'A lamp']);
});

it('deletes, and brings back', async () => {
  expect(await pictures.delete(known('p1').picture, 'A door')).toBe(true);
  expect(ids()).toBe('p2');
  expect(left).toHaveBeenCalledWith('p1');
  expect(history.undoName).toBe('delete picture');
  await history.undo();
  expect([ids(), pictures.undone]).toEqual(['p1 p2', 'p1']);
  await history.redo();
  expect(ids()).toBe('p2');
});

it('takes no words from articles by describing a picture with none', async () => {
  const picture = await pictures.open('p2');
  expect(await pictures.describeEverywhere(picture)).toBe(false);
  expect(door.calls).not.toContain('picture_describe_everywhere');
  expect(history.notice).toMatchObject({ kind: 'failed', problem: words.pictures.describeFirst });
});

it('replaces everywhere with the last words kept first, and shows it in an article that is open', async () => {
  const draft = await articles.open('a1');
  draft.change({ summary: 'Typed a moment ago.' });
  expect(await pictures.replace('p1', known('p2').picture, 'A lamp')).toBe(true);
  expect(door.articles.get('a1')?.summary).toBe('Typed a moment ago.');
  expect(draft.text).toBe('![A lamp](picture:p2)');
  await history.undo();
  expect(draft.text).toBe('![A door](picture:p1)');
});

it('says that it replaced a picture after it led to the other one', async () => {
  let before: unknown = 'not told';
  await pictures.replace('p1', known('p2').picture, 'A lamp', () => (before = history.notice));
  expect(before).toBeNull();
  expect(history.notice).toMatchObject({ kind: 'done', undoable: true });
});

it('replaces nothing while the last words can not be kept', async () => {
  const draft = await articles.open('a1');
  door.failing = refusal('disk');
  draft.change({ text: 'Precious.' });
  expect(await pictures.replace('p1', known('p2').picture, 'A lamp')).toBe(false);
  expect(door.calls).not.toContain('picture_replace');
  expect(history.notice).toMatchObject({ kind: 'failed' });
  expect(draft.text).toBe('Precious.');
});

it.each([
  ['photo.heic', 'photo.jpg', ['photo.heic', 'photo.jpg']],
  ['photo.heic', null, ['photo.heic']],
  ['words.txt', 'photo.jpg', ['words.txt']],
])('%s, which the window makes %s of, is offered as %j', async (name, converted, expected) => {
  const offered: string[] = [];
  door.addPicture = (_file, fileName) => {
    offered.push(fileName);
    if (fileName.endsWith('.heic')) return Promise.reject(refusal('picture_foreign'));
    if (fileName.endsWith('.txt')) return Promise.reject(refusal('picture_refused'));
    return Promise.resolve(known('p1').picture);
  };
  const convert = () => Promise.resolve(converted === null ? null : new File(['x'], converted));
  const bin = new Bin(door, articles, () => undefined);
  const converting = new Pictures(door, { articles, bin, history, changed, left }, convert);
  const added = await converting.add(new File(['x'], name)).catch((thrown: unknown) => thrown);
  expect(offered).toEqual(expected);
  expect(added).toMatchObject(expected.length === 2 ? { id: 'p1' } : { name: 'Refusal' });
});
