// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';

import { words } from '$lib/words';

import Guarded from './Guarded.svelte';

let shown: Record<string, unknown> | null = null;

afterEach(() => {
  if (shown) void unmount(shown);
  vi.restoreAllMocks();
});

it('keeps what was typed when a screen can not be shown, and shows it again when it can', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const keep = vi.fn();
  let broken = true;
  const children = createRawSnippet(() => ({
    render: () => {
      if (broken) throw new Error('each_key_duplicate');
      return '<p>The screen.</p>';
    },
  }));
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
