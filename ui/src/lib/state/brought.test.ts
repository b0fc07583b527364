import { beforeEach, expect, it } from 'vitest';

import { Articles } from './articles.svelte';
import { Bin } from './bin.svelte';
import { Brought } from './brought';
import { History } from './history.svelte';
import { Pictures } from './pictures.svelte';
import { FakeDoor, listedPicture } from './testing';

let door: FakeDoor;
let pictures: Pictures;
let bin: Bin;
let there: string[];
let inBin: string[];

const listed = (id: string) => listedPicture({ id }, 0);
const without = (ids: string[], id: string) => ids.filter((each) => each !== id);

beforeEach(async () => {
  there = ['p1'];
  inBin = ['p2'];
  door = new FakeDoor();
  door.answers.pictures_list = () => ({ pictures: there.map(listed) });
  door.answers.bin_list = () => ({
    articles: [],
    topics: [],
    people: [],
    pictures: inBin.map((id) => ({
      picture: listed(id).picture,
      binned: '2026-06-15T12:00:00Z',
      until: '2026-07-15T12:00:00Z',
      needed: false,
    })),
  });
  door.answers.picture_delete = ({ id }) => {
    [there, inBin] = [without(there, id), [...inBin, id]];
    return {};
  };
  door.answers.picture_remove = ({ id }) => {
    inBin = without(inBin, id);
    return {};
  };
  door.addPicture = (_file, id) => {
    [there, inBin] = [[...without(there, id), id], without(inBin, id)];
    return Promise.resolve(listed(id).picture);
  };
  const history = new History();
  const articles = new Articles(door, () => undefined);
  bin = new Bin(door, articles, () => undefined);
  const around = { articles, bin, history, changed: () => undefined, left: () => undefined };
  pictures = new Pictures(door, around);
  await Promise.all([pictures.load(), bin.load()]);
});

it.each([
  ['a new one is gone again', 'p3', undefined, ['p1'], ['p2']],
  ['one that was in the bin is there again', 'p2', undefined, ['p1'], ['p2']],
  ['one of the library stays', 'p1', undefined, ['p1'], ['p2']],
  ['the one that is needed stays', 'p3', 'p3', ['p1', 'p3'], ['p2']],
])('%s', async (_what, name, needed, kept, binned) => {
  const brought = new Brought(door, pictures, bin);
  await brought.add(new File(['x'], name));
  await brought.giveUp(needed);
  expect([there, inBin]).toEqual([kept, binned]);
  expect(pictures.rows?.map(({ picture }) => picture.id)).toEqual(kept);
});
