// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';

import { words } from '$lib/words';

import SidePanel from './SidePanel.svelte';

const { gone: message, goneHint: hint } = words.topics;
const children = createRawSnippet(() => ({ render: () => '<p>All of it</p>' }));
const close = vi.fn();
let shown: Record<string, unknown>;

function show(problem: { code: string; message: string; hint: string } | null, ready: boolean): void {
  const props = {
    label: 'About it',
    title: 'Sleep',
    problem,
    gone: { message, hint },
    ready,
    close,
    children,
  };
  shown = mount(SidePanel, { target: document.body, props });
  flushSync();
}

afterEach(() => {
  void unmount(shown);
  vi.clearAllMocks();
});

it.each([
  [null, true, 'All of it'],
  [{ code: 'disk', message: 'The disk is full.', hint: '' }, false, 'The disk is full.'],
  [{ code: 'not_found', message: 'No.', hint: '' }, false, message],
])('shows what it can: %j', (problem, ready, said) => {
  show(problem, ready);
  expect(document.body.textContent).toContain(said);
});

it.each([
  ['section', true],
  ['dialog', false],
])('is closed by Escape in a %s: %s', (place, closes) => {
  show(null, true);
  const pressed = document.body.appendChild(document.createElement(place));
  pressed.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  expect(close.mock.calls.length > 0).toBe(closes);
  pressed.remove();
});
