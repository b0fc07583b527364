// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import type { Code } from '$lib/api';

import { App } from '$lib/state/app.svelte';
import { FakeDoor, refusal } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';
import { words } from '$lib/words';

import ProblemScreen from './ProblemScreen.svelte';

const { lost, titles, other } = words.problem;

/** The title, and the button that stands out, of a refusal of a folder that has so many copies. */
async function shown(code: Code, copies: number, whole = true) {
  const door = new FakeDoor();
  const made = ['2026-06-15T12:00:00Z', '2026-06-14T12:00:00Z'];
  const holds = whole ? { articles: 12, pictures: 40, lastChange: '2026-06-14T11:00:00Z' } : null;
  const all = made.map((moment) => ({ made: moment, beforeUpdate: false, holds }));
  door.answers = { library_copies: () => ({ copies: all.slice(0, copies) }) };
  const props = {
    app: new App(door),
    library: null as never,
    content: ProblemScreen,
    props: { problem: { refusal: refusal(code), folder: '/home/desk/Alder' } },
  };
  const screen = mount(TestWindow, { target: document.body, props });
  flushSync();
  await new Promise((resolve) => setTimeout(resolve));
  flushSync();
  const title = document.querySelector('h1')?.textContent;
  const first = [...document.querySelectorAll('.primary')].map((button) => button.textContent.trim());
  await unmount(screen);
  return { title, again: first.length === 1 && first[0] === words.tryAgain };
}

it.each<[Code, number, string | undefined, boolean]>([
  ['library_damaged', 2, titles['library_damaged'], false],
  ['library_damaged', 0, titles['library_damaged'], true],
  ['library_missing', 1, lost, false],
  ['library_missing', 0, titles['library_missing'], true],
  ['disk', 2, other, true],
  ['disk_full', 2, other, true],
  ['internal', 2, other, true],
  ['library_newer', 2, titles['library_newer'], true],
])('of %s with %d copies it says %s', async (code, copies, title, again) => {
  expect(await shown(code, copies)).toEqual({ title, again });
});

it('offers no copy where all are damaged', async () => {
  expect((await shown('library_damaged', 2, false)).again).toBe(true);
});
