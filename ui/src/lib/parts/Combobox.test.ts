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

it('gives Escape to the suggestions while there are some, and to the dialog otherwise', () => {
  const around = vi.fn();
  document.documentElement.addEventListener('keydown', around);
  const input = field({ value: 'Dana' });
  input.focus();
  flushSync();
  expect(press(input, 'Escape')).toBe(false);
  expect(around).not.toHaveBeenCalled();
  expect(press(input, 'Escape')).toBe(true);
  expect(around).toHaveBeenCalledOnce();
  document.documentElement.removeEventListener('keydown', around);
});

it('takes no Escape for suggestions that are not there', () => {
  const input = field({ value: 'Somebody else' });
  input.focus();
  flushSync();
  expect(press(input, 'Escape')).toBe(true);
});
