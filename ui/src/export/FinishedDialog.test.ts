// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import { App } from '$lib/state/app.svelte';
import { Library } from '$lib/state/library.svelte';
import { FakeDoor } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';
import { words } from '$lib/words';

import FinishedDialog from './FinishedDialog.svelte';

it('says where the website is, and that nobody else sees it there', () => {
  const door = new FakeDoor();
  const library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  const exported = {
    folder: '/Alder/site',
    pages: 3,
    pagesNew: 1,
    pagesChanged: 2,
    pagesRemoved: 0,
    drafts: [],
  };
  const props = { app: new App(door), library, content: FinishedDialog, props: { exported } };
  const shown = mount(TestWindow, { target: document.body, props });
  flushSync();
  for (const said of [words.export.offline, '/Alder/site', '1 new page, 2 changed, 0 removed.']) {
    expect(document.querySelector('dialog')?.textContent).toContain(said);
  }
  void unmount(shown);
});
