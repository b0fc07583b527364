// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import { remember } from '$lib/remembered';
import { App } from '$lib/state/app.svelte';
import { Library } from '$lib/state/library.svelte';
import { article, FakeDoor } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';

import { words } from '$lib/words';

import Desk from './Desk.svelte';

it.each([
  ['in the text', article(), words.editor.text],
  ['at the title where there is nothing yet', article({ title: '', text: '' }), words.editor.title],
])('begins %s', async (_where, opened, label) => {
  remember('preview', 'hidden');
  const door = new FakeDoor();
  door.articles.set('a1', opened);
  const library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  const draft = await library.articles.open('a1');
  const given = { draft, inert: false, showVersions: () => undefined };
  const props = { app: new App(door), library, content: Desk, props: given };
  const main = document.body.appendChild(document.createElement('main'));
  main.tabIndex = -1;
  main.focus();
  const shown = mount(TestWindow, { target: main, props });
  flushSync();
  flushSync();
  expect(document.activeElement?.getAttribute('aria-label')).toBe(label);
  await unmount(shown);
  main.remove();
});

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
