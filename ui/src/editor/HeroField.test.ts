// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Picture } from '$lib/api';
import { App } from '$lib/state/app.svelte';
import type { Draft } from '$lib/state/draft.svelte';
import { Library } from '$lib/state/library.svelte';
import { article, FakeDoor, listedPicture } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';

import HeroField from './HeroField.svelte';

const { picture } = listedPicture({ alt: 'A door' });
let door: FakeDoor;
let library: Library;
let draft: Draft;
let shown: Record<string, unknown>;
let added: (picture: Picture) => void;

beforeEach(async () => {
  door = new FakeDoor();
  door.articles.set('a1', article());
  door.addPicture = () => new Promise((resolve) => (added = resolve));
  library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  draft = await library.articles.open('a1');
  const props = { app: new App(door), library, content: HeroField, props: { draft } };
  shown = mount(TestWindow, { target: document.body, props });
  flushSync();
});

afterEach(() => {
  document.body.replaceChildren();
});

function drop(): void {
  const file = new File(['x'], 'door.jpg', { type: 'image/jpeg' });
  const event = new Event('drop', { bubbles: true, cancelable: true });
  document.querySelector('.hero')?.dispatchEvent(Object.assign(event, { dataTransfer: { files: [file] } }));
}

/** The picture is there at last, and everything that follows from that has happened. */
async function arrive(): Promise<void> {
  added(picture);
  await vi.waitFor(() => expect(door.articles.get('a1')?.hero ?? draft.hero).not.toBeNull());
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

it('asks for a description where the picture was chosen', async () => {
  document.querySelector<HTMLElement>('.choose')?.focus();
  drop();
  await arrive();
  expect(document.activeElement?.matches('.hero input')).toBe(true);
  void unmount(shown);
});

it('leaves the focus with who went on writing', async () => {
  const text = document.body.appendChild(document.createElement('textarea'));
  drop();
  text.focus();
  await arrive();
  expect(draft.hero).toEqual({ picture: picture.id, alt: 'A door' });
  expect(document.activeElement).toBe(text);
  void unmount(shown);
});

it('gives the picture to the article that was left meanwhile, and can take it back', async () => {
  drop();
  void unmount(shown);
  await library.articles.leave(draft);
  await arrive();
  expect(door.articles.get('a1')?.hero).toEqual({ picture: picture.id, alt: 'A door' });
  await library.history.undo();
  expect(door.articles.get('a1')?.hero).toBeNull();
});
