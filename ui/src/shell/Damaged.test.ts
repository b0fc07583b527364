// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import type { Library } from '$lib/state/library.svelte';
import { App } from '$lib/state/app.svelte';
import { FakeDoor } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';
import { words } from '$lib/words';

import Damaged from './Damaged.svelte';

const HOLDS = { articles: 12, pictures: 40, lastChange: '2026-06-15T11:00:00Z' };

const button = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);

/** The names of the buttons that a window with this library shows, before and after the copies are asked for. */
async function shown(damaged: boolean, holds: typeof HOLDS | null) {
  const door = new FakeDoor();
  const made = '2026-06-15T12:00:00Z';
  door.answers = { library_copies: () => ({ copies: [{ made, beforeUpdate: false, holds }] }) };
  const library = { folder: '/home/desk/Alder', damaged } as unknown as Library;
  const props = { app: new App(door), library, content: Damaged, props: {} };
  const screen = mount(TestWindow, { target: document.body, props });
  flushSync();
  await new Promise((resolve) => setTimeout(resolve));
  flushSync();
  const offered = button(words.problem.damage.open);
  offered?.click();
  flushSync();
  const said = document.querySelector('dialog')?.textContent ?? '';
  await unmount(screen);
  return { offered: offered !== undefined, said: said.includes('12 articles, 40 pictures') };
}

it.each([
  [true, HOLDS, true],
  [true, null, false],
  [false, HOLDS, false],
])('of a library that is damaged (%s) it offers a copy that is whole', async (damaged, holds, offers) => {
  expect(await shown(damaged, holds)).toEqual({ offered: offers, said: offers });
});
