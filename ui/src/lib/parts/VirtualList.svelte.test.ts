// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, type Snippet, unmount } from 'svelte';
import { expect, it } from 'vitest';

import VirtualList from './VirtualList.svelte';

interface Props {
  items: string[];
  key: (item: string) => string;
  rowHeight: number;
  label: string;
  row: Snippet<[item: string]>;
}

interface List {
  focus: (index: number) => Promise<void>;
  show: (index: number) => void;
  place: () => { index: number };
}

async function shown() {
  const row = createRawSnippet((item: () => string) => ({
    render: () => '<a href="#x"></a>',
    setup: (link) => {
      $effect(() => {
        link.textContent = item();
      });
    },
  }));
  const items = Array.from({ length: 40 }, (_, index) => `row ${index}`);
  const list = mount<Props, List>(VirtualList, {
    target: document.body,
    props: { items, key: (item: string) => item, rowHeight: 60, label: 'Rows', row },
  });
  flushSync();
  // More than what is in sight comes with the next frame.
  await new Promise(requestAnimationFrame);
  flushSync();
  return list;
}

it('tells where one was, also when it is gone', async () => {
  const list = await shown();
  await list.focus(30);
  expect(document.activeElement?.textContent).toBe('row 30');
  list.show(20);
  expect(list.place().index).toBe(20);
  expect(document.activeElement?.textContent).toBe('row 30');
  list.show(30);
  flushSync();
  await unmount(list);
  expect(list.place().index).toBe(30);
});

it('keeps the focus where it is while the list scrolls by', async () => {
  const list = await shown();
  await list.focus(7);
  const scroller = document.querySelector('ul')?.parentElement;
  for (const top of [1800, 0, 300, 900]) {
    if (scroller) scroller.scrollTop = top;
    scroller?.dispatchEvent(new Event('scroll'));
    flushSync();
    expect(document.activeElement?.textContent).toBe('row 7');
  }
  await unmount(list);
});
