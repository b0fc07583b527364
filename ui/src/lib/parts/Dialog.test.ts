// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';

import { dialogs } from '../dialogs.svelte';
import Dialog from './Dialog.svelte';

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
