// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import { remember } from '$lib/remembered';
import { App } from '$lib/state/app.svelte';
import { Library } from '$lib/state/library.svelte';
import { article, FakeDoor } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';

import Desk from './Desk.svelte';

it.each([
  ['opens the panel for finding', false],
  ['opens nothing underneath the versions', true],
])('%s', async (_does, inert) => {
  remember('preview', 'hidden');
  const door = new FakeDoor();
  door.articles.set('a1', article());
  const library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  const app = new App(door);
  const draft = await library.articles.open('a1');
  const given = { draft, inert, showVersions: () => undefined };
  const props = { app, library, content: Desk, props: given };
  const shown = mount(TestWindow, { target: document.body, props });
  flushSync();
  flushSync();
  const keys = { key: 'f', ctrlKey: true, bubbles: true, cancelable: true };
  document.body.dispatchEvent(new KeyboardEvent('keydown', keys));
  app.commands.run('find');
  expect(document.querySelector('.cm-panel') === null).toBe(inert);
  expect(app.commands.can('preview')).toBe(!inert);
  await unmount(shown);
});
