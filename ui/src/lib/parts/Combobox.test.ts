// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';

import Combobox from './Combobox.svelte';

const onpick = vi.fn();
let shown: Record<string, unknown> | null = null;

function field(props: { value: string; commaEnds?: boolean }): HTMLInputElement {
  const all = { label: 'Author', suggestions: ['Dana Whitlock, NP'], oninput: vi.fn(), onpick, ...props };
  shown = mount(Combobox, { target: document.body, props: all });
  flushSync();
  return document.querySelector('input') ?? document.createElement('input');
}

function press(input: HTMLInputElement, key: string): boolean {
  return input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

afterEach(() => {
  if (shown) void unmount(shown);
  onpick.mockClear();
});

it('lets a comma be typed in a name', () => {
  const input = field({ value: 'Dana Whitlock' });
  expect(press(input, ',')).toBe(true);
  expect(onpick).not.toHaveBeenCalled();
  press(input, 'Enter');
  expect(onpick).toHaveBeenCalledWith('Dana Whitlock');
});

it('ends an entry with a comma where several stand side by side', () => {
  expect(press(field({ value: 'Sleep', commaEnds: true }), ',')).toBe(false);
  expect(onpick).toHaveBeenCalledWith('Sleep');
});
