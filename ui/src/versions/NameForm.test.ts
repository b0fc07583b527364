// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';

import NameForm from './NameForm.svelte';

it('leaves the Escape of an input method alone', async () => {
  const close = vi.fn();
  const submit = () => Promise.resolve(true);
  const props = { hint: '', submitLabel: 'Keep', busy: false, submit, close };
  const shown = mount(NameForm, { target: document.body, props });
  flushSync();
  const press = (isComposing: boolean) =>
    document
      .querySelector('input')
      ?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', isComposing, bubbles: true, cancelable: true }),
      );
  press(true);
  expect(close).not.toHaveBeenCalled();
  press(false);
  expect(close).toHaveBeenCalledOnce();
  await unmount(shown);
});
