// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { remember } from '$lib/remembered';
import { App } from '$lib/state/app.svelte';
import { Library } from '$lib/state/library.svelte';
import { article, FakeDoor } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';
import { words } from '$lib/words';

import ArticleScreen from './ArticleScreen.svelte';

const given = $state({ id: 'a1' });
let door: FakeDoor;
let shown: Record<string, unknown>;

const editor = () => {
  const content = document.querySelector<HTMLElement>('.cm-content');
  return content && EditorView.findFromDOM(content);
};
const title = () =>
  document.querySelector<HTMLTextAreaElement>(`[aria-label="${words.editor.title}"]`)?.value;

beforeEach(async () => {
  remember('preview', 'hidden');
  door = new FakeDoor();
  door.articles.set('a1', article({ id: 'a1', title: 'One', text: 'The first.' }));
  door.articles.set('a2', article({ id: 'a2', title: 'Two', text: 'The second.' }));
  given.id = 'a1';
  // Somebody is elsewhere: happy-dom tells a focused editor of its selection in the midst of an update.
  document.body.replaceChildren(document.createElement('input'));
  document.querySelector('input')?.focus();
  const library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  const props = { app: new App(door), library, content: ArticleScreen, props: given };
  shown = mount(TestWindow, { target: document.body, props });
  await vi.waitFor(() => expect(title()).toBe('One'));
});

afterEach(() => unmount(shown));

it('shows another article in the same editor, and what was typed stays with the one it was typed in', async () => {
  const before = editor();
  before?.dispatch({ changes: { from: 0, insert: 'Typed. ' } });
  given.id = 'a2';
  await vi.waitFor(() => expect(title()).toBe('Two'));
  expect(editor()).toBe(before);
  expect(editor()?.state.doc.toString()).toBe('The second.');
  editor()?.dispatch({ changes: { from: 0, insert: 'And here. ' } });
  await vi.waitFor(() => {
    expect(door.articles.get('a1')?.text).toBe('Typed. The first.');
    expect(door.articles.get('a2')?.text).toBe('And here. The second.');
  });
});

it('takes back nothing of the article before', async () => {
  editor()?.dispatch({ changes: { from: 0, insert: 'Typed. ' } });
  given.id = 'a2';
  await vi.waitFor(() => expect(title()).toBe('Two'));
  document.querySelector<HTMLElement>(`[aria-label="${words.format.undo}"]`)?.click();
  flushSync();
  expect(editor()?.state.doc.toString()).toBe('The second.');
});

it('says that an article is gone, and shows the next one', async () => {
  const { message } = words.errors.noSuchArticle;
  given.id = 'gone';
  await vi.waitFor(() => expect(document.body.textContent).toContain(message));
  expect(title()).toBeUndefined();
  given.id = 'a2';
  await vi.waitFor(() => expect(title()).toBe('Two'));
  expect(document.body.textContent).not.toContain(message);
});

it('gives all of a long paste to the article that it was pasted in', async () => {
  const paragraph = (_: unknown, at: number) => `<p>Words of paragraph ${at} ${'and more '.repeat(40)}</p>`;
  const html = Array.from({ length: 400 }, paragraph).join('');
  const clipboardData = {
    types: [],
    files: [],
    getData: (type: string) => (type === 'text/html' ? html : ''),
  };
  // Each look at the clock is a millisecond later: the paste takes more than one frame.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
  const paste = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
  editor()?.contentDOM.dispatchEvent(paste);
  expect(editor()?.state.doc.toString()).not.toContain('paragraph 399');
  given.id = 'a2';
  await vi.waitFor(() => expect(title()).toBe('Two'));
  vi.restoreAllMocks();
  await vi.waitFor(() => expect(door.articles.get('a1')?.text).toContain('paragraph 399'));
  expect(editor()?.state.doc.toString()).toBe('The second.');
  expect(door.articles.get('a2')?.text).toBe('The second.');
});
