// @vitest-environment happy-dom
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';

import { markdownSupport } from '$lib/editor/language';
import { App } from '$lib/state/app.svelte';
import { Library } from '$lib/state/library.svelte';
import { FakeDoor, facts, refusal } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';
import { words } from '$lib/words';

import LinkDialog from './LinkDialog.svelte';

it.each([
  ['names', () => ({ id: 'a1', title: 'Sleeping well' }), 'Sleeping well', words.link.kinds.article],
  [
    'does not show the address of',
    () => Promise.reject(refusal('not_found')),
    'Your article',
    words.link.articleGone,
  ],
  ['has a name for an untitled', () => ({ id: 'a1', title: '' }), 'Untitled', words.link.kinds.article],
])('%s the article that a link leads to', async (_does, answer, label, hint) => {
  const door = new FakeDoor();
  door.answers = { article_at: answer, practice_get: () => ({ ...facts }) };
  const doc = '[rest](article:better-sleep)';
  const view = new EditorView({ doc, selection: { anchor: 3 }, extensions: [markdownSupport()] });
  ensureSyntaxTree(view.state, doc.length, 10_000);
  const library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  const content = { article: 'a2', view, close: () => undefined };
  const props = { app: new App(door), library, content: LinkDialog, props: content };
  const shown = mount(TestWindow, { target: document.body, props });
  flushSync();
  const field = document.querySelector<HTMLInputElement>('input[role=combobox]');
  await vi.waitFor(() =>
    expect([field?.value, document.querySelector('.field p')?.textContent]).toEqual([label, hint]),
  );
  expect(document.body.innerHTML).not.toContain('better-sleep');
  await unmount(shown);
});
