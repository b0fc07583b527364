// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';

import { facts } from '$lib/state/testing';

import PracticeForm from './PracticeForm.svelte';

const open = { ...facts, hours: { ...facts.hours, tue: '09:00-17:00' } };
const fields: [string, number][] = [
  ['name', 1],
  ['kind', 1],
  ['bookingUrl', 1],
  ['address.country', 1],
  // When it opens, and when it closes.
  ['hours.tue', 2],
];

it.each(fields)('ties the complaint about %s to its %i inputs', (complained, inputs) => {
  const error = (field: string) => (field === complained ? 'Say it otherwise.' : null);
  const nothing = () => undefined;
  const props = { facts: open, countries: ['US'], change: nothing, left: nothing, error };
  const shown = mount(PracticeForm, { target: document.body, props });
  flushSync();
  const invalid = [...document.querySelectorAll('[aria-invalid="true"]')];
  const described = invalid.map(
    (input) => document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent,
  );
  expect(described).toEqual(Array.from({ length: inputs }, () => 'Say it otherwise.'));
  void unmount(shown);
});
