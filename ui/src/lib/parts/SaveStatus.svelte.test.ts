// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import { Refusal } from '$lib/api';
import type { SaveStatus as Status } from '$lib/saving';
import { words } from '$lib/words';

import SaveStatus from './SaveStatus.svelte';

it('reads out a problem and its end, and not every pause', () => {
  const problem = new Refusal({ code: 'disk', message: 'The disk is full.', hint: '' });
  const props: { status: Status } = $state({ status: { kind: 'saved' } });
  const shown = mount(SaveStatus, { target: document.body, props });
  const said = (status: Status) => {
    props.status = status;
    flushSync();
    const live = [...document.querySelectorAll('[aria-live], [role=status]')];
    const heard = live.filter((region) => region.getAttribute('aria-live') !== 'off');
    return heard.map((region) => region.textContent).join('');
  };
  expect([said({ kind: 'saving' }), said({ kind: 'saved' })]).toEqual(['', '']);
  expect(said({ kind: 'failed', problem, waiting: 'time' })).toBe(words.save.failed(problem.message));
  expect(said({ kind: 'saving' })).toBe(words.save.failed(problem.message));
  expect(said({ kind: 'saved' })).toBe(words.save.saved);
  const status = document.querySelector(`[role=status][aria-label="${words.save.name}"]`);
  expect(status?.textContent).toBe(words.save.saved);
  void unmount(shown);
});
