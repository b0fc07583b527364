// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';

import { dialogs } from '../dialogs.svelte';
import Dialog from './Dialog.svelte';
import { first } from './first';

it('of words only begins at its button, from which the words can be moved', async () => {
  const children = createRawSnippet(() => ({ render: () => '<p>Words</p>' }));
  const actions = createRawSnippet(() => ({ render: () => '<button>Close</button>' }));
  const props = { title: 'Keys', reading: true, children, actions };
  const shown = mount(Dialog, { target: document.body, props });
  flushSync();
  expect(document.activeElement?.textContent).toBe('Close');
  const body = document.querySelector('.body');
  const moved = vi.spyOn(body as HTMLElement, 'scrollBy').mockImplementation(() => undefined);
  const down = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(down);
  expect([moved.mock.calls.length, down.defaultPrevented]).toEqual([1, true]);
  await unmount(shown);
});

it('begins where its form does', async () => {
  const field = createRawSnippet(() => ({
    render: () => '<p><button>Close</button><input></p>',
    setup: (form) => {
      const input = form.querySelector('input');
      if (input) first(input);
    },
  }));
  const props = { title: 'Link', children: field };
  const shown = mount(Dialog, { target: document.body, props });
  flushSync();
  expect(document.activeElement?.tagName).toBe('INPUT');
  await unmount(shown);
});

it('leaves the focus where somebody is already', async () => {
  document.body.innerHTML = '<input id="first"><input id="other">';
  const [at, other] = document.querySelectorAll('input');
  if (!at || !other) throw new Error('two fields');
  first(at);
  await Promise.resolve();
  expect(document.activeElement).toBe(at);
  other.focus();
  first(at);
  await Promise.resolve();
  expect(document.activeElement).toBe(other);
  expect(at.autofocus).toBe(false);
  document.body.innerHTML = '';
});

it('is known to be open, and leaves the Escape of an input method alone', async () => {
  const onclose = vi.fn();
  const children = createRawSnippet(() => ({ render: () => '<p>Words</p>' }));
  const shown = mount(Dialog, { target: document.body, props: { title: 'Link', onclose, children } });
  flushSync();
  expect(dialogs.anyOpen).toBe(true);
  const press = (isComposing: boolean) =>
    document
      .querySelector('p')
      ?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', isComposing, bubbles: true, cancelable: true }),
      );
  press(true);
  expect(onclose).not.toHaveBeenCalled();
  press(false);
  expect(onclose).toHaveBeenCalledOnce();
  await unmount(shown);
  expect(dialogs.anyOpen).toBe(false);
});
