// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import { remember } from '$lib/remembered';
import { App } from '$lib/state/app.svelte';
import { Library } from '$lib/state/library.svelte';
import { article, FakeDoor } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';

import Desk from './Desk.svelte';

it('leaves no panel for finding open underneath the versions', async () => {
  remember('preview', 'hidden');
  const door = new FakeDoor();
  door.articles.set('a1', article());
  const library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  const app = new App(door);
  const draft = await library.articles.open('a1');
  const given = $state({ draft, inert: false, showVersions: () => undefined });
  const props = { app, library, content: Desk, props: given };
  const shown = mount(TestWindow, { target: document.body, props });
  flushSync();
  flushSync();
  app.commands.run('find');
  expect(document.querySelector('.cm-panel')).not.toBeNull();
  given.inert = true;
  flushSync();
  expect(document.querySelector('.cm-panel')).toBeNull();
  await unmount(shown);
});
