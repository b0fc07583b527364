// @vitest-environment happy-dom
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';

import type { Whereabouts } from '$lib/api';
import { markdownSupport } from '$lib/editor/language';
import { App } from '$lib/state/app.svelte';
import { Library } from '$lib/state/library.svelte';
import { article, FakeDoor, facts, refusal } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';
import { words } from '$lib/words';

import LinkDialog from './LinkDialog.svelte';

const at = (whereabouts: Whereabouts, title: string) => () => ({ id: 'a1', title, whereabouts });

/** The dialog over a text in which the cursor stands in the first word. */
function open(door: FakeDoor, doc: string) {
  const view = new EditorView({ doc, selection: { anchor: 3 }, extensions: [markdownSupport()] });
  ensureSyntaxTree(view.state, doc.length, 10_000);
  const library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  const content = { article: 'a2', view, close: () => undefined };
  const props = { app: new App(door), library, content: LinkDialog, props: content };
  const shown = mount(TestWindow, { target: document.body, props });
  flushSync();
  const field = document.querySelector<HTMLInputElement>('input[role=combobox]');
  return { view, field, close: () => unmount(shown) };
}

it.each([
  ['names', at('site', 'Sleeping well'), 'Sleeping well', ''],
  ['warns of a draft:', at('draft', 'Sleeping well'), 'Sleeping well', words.link.lost.draft],
  ['warns of what is in the bin:', at('bin', 'Sleeping well'), 'Sleeping well', words.link.lost.bin],
  [
    'does not show the address of',
    () => Promise.reject(refusal('not_found')),
    'Your article',
    words.link.lost.gone,
  ],
  ['has a name for an untitled', at('site', ''), 'Untitled', ''],
])('%s the article that a link leads to', async (_does, answer, label, lost) => {
  const door = new FakeDoor();
  door.answers = { article_at: answer, practice_get: () => ({ ...facts }) };
  const { field, close } = open(door, '[rest](article:better-sleep#food)');
  await vi.waitFor(() =>
    expect([field?.value, document.querySelector('[role=status]')?.textContent]).toEqual([label, lost]),
  );
  expect(document.body.innerHTML).not.toContain('better-sleep');
  await close();
});

it('sets a link once, however often it is asked to', async () => {
  const door = new FakeDoor();
  door.articles.set('a1', article({ id: 'a1', title: 'Sleep', address: 'sleep' }));
  door.answers = { practice_get: () => ({ ...facts }) };
  const { view, close } = open(door, 'rest');
  const option = await vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>('[role=option]');
    if (found === null) throw new Error('nothing is offered yet');
    return found;
  });
  option.click();
  const arrive = door.late('article_get');
  const form = document.querySelector('form');
  form?.requestSubmit();
  await vi.waitFor(() => expect(door.calls).toContain('article_get'));
  form?.requestSubmit();
  arrive();
  await vi.waitFor(() => expect(view.state.doc.toString()).toBe('[rest](article:sleep)'));
  await close();
  expect(door.calls.filter((call) => call === 'article_get')).toHaveLength(1);
});
