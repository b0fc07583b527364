// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import type { Exported, LinkedArticle } from '$lib/api';
import { App } from '$lib/state/app.svelte';
import { Library } from '$lib/state/library.svelte';
import { FakeDoor } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';
import { words } from '$lib/words';

import FinishedDialog from './FinishedDialog.svelte';

const nothingElse: Exported = {
  folder: '/Alder/site',
  index: '/Alder/site/index.html',
  written: 3,
  unchanged: 0,
  removed: 0,
  pages: 3,
  pagesNew: 1,
  pagesChanged: 2,
  pagesRemoved: 0,
  drafts: [],
  lostLinks: 0,
  lost: [],
};

it('says of each link that is only words where it was to lead', () => {
  const door = new FakeDoor();
  const library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  const to = (whereabouts: LinkedArticle['whereabouts'], title: string) => ({
    id: title.toLowerCase(),
    title,
    whereabouts,
  });
  const lost = [
    { from: 'a1', title: 'Sleep', links: 1, to: to('draft', 'Naps') },
    { from: 'a2', title: 'Pain', links: 2, to: to('bin', 'Backs') },
    { from: 'a3', title: 'Flu', links: 1, to: null },
    { from: 'a4', title: '', links: 1, to: to('site', 'Shots') },
    { from: 'a5', title: 'Colds', links: 1, to: null },
    { from: 'a6', title: 'Coughs', links: 3, to: null },
  ];
  const exported = { ...nothingElse, lostLinks: 9, lost };
  const props = { app: new App(door), library, content: FinishedDialog, props: { exported } };
  const shown = mount(TestWindow, { target: document.body, props });
  flushSync();
  const said = [...document.querySelectorAll('dialog li')].map((item) =>
    item.textContent.replaceAll(/\s+/g, ' ').trim(),
  );
  const { lostTo } = words.export;
  expect(said.slice(0, 5)).toEqual([
    `Sleep ${lostTo.draft} Naps`,
    `Pain ${lostTo.bin('Backs')}`,
    `Flu ${lostTo.gone}`,
    `${words.articles.untitled} ${lostTo.site} Shots`,
    `Colds ${lostTo.gone}`,
  ]);
  expect(document.querySelector('dialog')?.textContent).toContain(words.export.moreLinks(3));
  void unmount(shown);
});

it('says where the website is, and that nobody else sees it there', () => {
  const door = new FakeDoor();
  const library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  const exported = nothingElse;
  const props = { app: new App(door), library, content: FinishedDialog, props: { exported } };
  const shown = mount(TestWindow, { target: document.body, props });
  flushSync();
  for (const said of [words.export.offline, '/Alder/site', '1 new page, 2 changed, 0 removed.']) {
    expect(document.querySelector('dialog')?.textContent).toContain(said);
  }
  void unmount(shown);
});
