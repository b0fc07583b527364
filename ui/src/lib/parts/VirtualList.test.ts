// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import VirtualList from './VirtualList.svelte';

it('tells where one was, also when it is gone', async () => {
  const row = createRawSnippet((item: () => string) => ({ render: () => `<a href="#x">${item()}</a>` }));
  const items = Array.from({ length: 40 }, (_, index) => `row ${index}`);
  const props = { items, key: (item: string) => item, rowHeight: 60, label: 'Rows', row };
  const list = mount(VirtualList, { target: document.body, props });
  flushSync();
  await list.focus(30);
  expect(document.activeElement?.textContent).toBe('row 30');
  await unmount(list);
  expect(list.place().index).toBe(30);
});
