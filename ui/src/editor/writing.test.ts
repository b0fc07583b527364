import { beforeEach, expect, it } from 'vitest';

import { Writing } from './writing.svelte';

beforeEach(() => {
  const kept = new Map<string, string>();
  globalThis.localStorage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  } as unknown as Storage;
});

it('goes from the smallest text to the largest, and remembers it', () => {
  const writing = new Writing();
  expect(writing.size).toBe(17);
  for (let step = 0; step < 9; step += 1) writing.larger();
  expect([writing.size, writing.largest, writing.smallest]).toEqual([24, true, false]);
  expect(new Writing().size).toBe(24);
  for (let step = 0; step < 9; step += 1) writing.smaller();
  expect([writing.size, writing.largest, writing.smallest]).toEqual([15, false, true]);
});

it('remembers whether one paragraph is in focus', () => {
  new Writing().toggleFocus();
  expect(new Writing().focused).toBe(true);
});
