// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';

import type { Format } from '$lib/editor/formats';

import { markdownSupport } from '$lib/editor/language';
import { words } from '$lib/words';

import Toolbar from './Toolbar.svelte';

afterEach(() => vi.restoreAllMocks());

function off(formats: Format[]): (string | null)[] {
  const view = new EditorView({ doc: 'words' });
  const props = { view, formats, ask: () => undefined };
  const shown = mount(Toolbar, { target: document.body, props });
  flushSync();
  const disabled = [...document.querySelectorAll<HTMLElement>('[aria-disabled=true]')];
  for (const button of disabled) button.click();
  expect(view.state.doc.toString()).toBe('words');
  const names = disabled.map((button) => button.getAttribute('aria-label'));
  void unmount(shown);
  return names;
}

it('offers in a table what a cell can hold', () => {
  expect(off(['bold', 'link'])).toEqual([]);
  expect(off(['table'])).toEqual(['Heading', 'Smaller heading', 'List', 'Numbered list', 'Quotation']);
});

/** A toolbar that has this much room for tools of 30 pixels each, and wants 390. */
async function narrow(room: number) {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(30);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(room);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(0, 0, 390, 30),
  );
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(readonly tell: () => void) {}
      observe = () => queueMicrotask(this.tell);
      disconnect = () => undefined;
    },
  );
  const view = new EditorView({ doc: 'words', extensions: [markdownSupport()] });
  const props = { view, formats: [], ask: () => undefined };
  const shown = mount(Toolbar, { target: document.body, props });
  flushSync();
  await Promise.resolve();
  const buttons = () =>
    [...document.querySelectorAll('[role=toolbar] button')].map((button) =>
      button.getAttribute('aria-label'),
    );
  return { view, buttons, close: () => unmount(shown) };
}

const key = (name: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));

it('puts what there is no room for in a menu, by the keyboard too', async () => {
  const { view, buttons, close } = await narrow(350);
  expect(buttons()).not.toContain('Quotation');
  expect(buttons().at(-1)).toBe(words.editor.moreTools);
  expect(document.querySelectorAll('[role=toolbar] button[tabindex="0"]')).toHaveLength(1);
  document.querySelector<HTMLElement>('[role=toolbar] button')?.focus();
  key('End');
  key('ArrowDown');
  const items = () => [...document.querySelectorAll('[role=menu] .item')];
  await vi.waitFor(() => expect(document.activeElement).toBe(items()[0]));
  expect(items().map((item) => item.textContent.trim())).toEqual([
    'Smaller heading',
    'Numbered list',
    'Quotation',
  ]);
  expect(items().map((item) => item.getAttribute('aria-checked'))).toEqual(['false', 'false', 'false']);
  key('ArrowDown');
  key('Enter');
  expect(view.state.doc.toString()).toBe('1. words');
  await close();
});

it('closes the menu when something else is pressed or focused, wherever the focus was', async () => {
  const { close } = await narrow(350);
  const opened = async () => {
    document.querySelector<HTMLElement>('[aria-haspopup=menu].more')?.click();
    await vi.waitFor(() => expect(document.activeElement?.closest('[role=menu]')).not.toBeNull());
    // As when the item is drawn anew.
    document.activeElement?.remove();
  };
  const menu = () => document.querySelector('[role=menu]');
  for (const name of ['pointerdown', 'focusin']) {
    await opened();
    expect(menu()).not.toBeNull();
    document.querySelector('[data-tool=bold]')?.dispatchEvent(new Event(name, { bubbles: true }));
    flushSync();
    expect(menu()).toBeNull();
  }
  await opened();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  flushSync();
  expect(menu()).toBeNull();
  await close();
});

it('has no menu where there is room for all', async () => {
  const { buttons, close } = await narrow(390);
  expect(buttons()).not.toContain(words.editor.moreTools);
  expect(buttons()).toContain('Quotation');
  await close();
});
