// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import type { Format } from '$lib/editor/formats';

import Toolbar from './Toolbar.svelte';

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
