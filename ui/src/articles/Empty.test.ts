// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import { App } from '$lib/state/app.svelte';
import { Library } from '$lib/state/library.svelte';
import { address } from '$lib/state/route.svelte';
import { article, FakeDoor } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';
import { words } from '$lib/words';

import Empty from './Empty.svelte';

it('leads to the bin while the articles are there', async () => {
  const door = new FakeDoor();
  door.articles.set('a1', article());
  const library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  await library.articles.load();
  const given = { create: () => undefined };
  const props = { app: new App(door), library, content: Empty, props: given };
  const shown = mount(TestWindow, { target: document.body, props });
  flushSync();
  expect(document.querySelector('h2')?.textContent).toBe(words.articles.none);
  await library.several.delete(['a1']);
  await library.bin.load();
  flushSync();
  expect(document.querySelector('h2')?.textContent).toBe(words.articles.allInBin);
  document.querySelector('button')?.click();
  expect(address.route).toEqual({ name: 'bin' });
  await unmount(shown);
});
