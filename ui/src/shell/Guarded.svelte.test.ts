// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';

import { words } from '$lib/words';

import Guarded from './Guarded.svelte';

let shown: Record<string, unknown> | null = null;

const screen = (broken: () => boolean) =>
  createRawSnippet(() => ({
    render: () => {
      if (broken()) throw new Error('each_key_duplicate');
      return '<p>The screen.</p>';
    },
  }));

afterEach(() => {
  if (shown) void unmount(shown);
  vi.restoreAllMocks();
});

it('keeps what was typed when a screen can not be shown, and shows it again when it can', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const keep = vi.fn();
  let broken = true;
  const children = screen(() => broken);
  shown = mount(Guarded, { target: document.body, props: { keep, children } });
  flushSync();
  await tick();
  expect(keep).toHaveBeenCalledOnce();
  expect(document.querySelector('[role=alert]')?.textContent).toContain(words.broken.message);
  broken = false;
  document.querySelector<HTMLButtonElement>('button')?.click();
  flushSync();
  expect(document.body.textContent).toContain('The screen.');
});

it('tries another screen where one could not be shown', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  let broken = true;
  const given = $state({ of: 'one' });
  const props = {
    get of() {
      return given.of;
    },
    keep: vi.fn(),
    children: screen(() => broken),
  };
  shown = mount(Guarded, { target: document.body, props });
  flushSync();
  await tick();
  expect(document.body.textContent).not.toContain('The screen.');
  broken = false;
  given.of = 'two';
  flushSync();
  await tick();
  expect(document.body.textContent).toContain('The screen.');
});
