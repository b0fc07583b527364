// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import NotSavedList from './NotSavedList.svelte';

it('names two things that are told of in the same words', () => {
  const what = '“Untitled” is not saved';
  const items = ['#/articles/a1', '#/articles/a2', '#/articles/a2'].map((path) => ({
    what,
    path,
    seek: () => undefined,
  }));
  const shown = mount(NotSavedList, { target: document.body, props: { items } });
  flushSync();
  expect([...document.querySelectorAll('a')].map(({ hash }) => hash)).toEqual(items.map(({ path }) => path));
  void unmount(shown);
});
