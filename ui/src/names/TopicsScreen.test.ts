// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';

import type { Topic } from '$lib/api';
import { App } from '$lib/state/app.svelte';
import { Library } from '$lib/state/library.svelte';
import { address } from '$lib/state/route.svelte';
import { FakeDoor } from '$lib/state/testing';
import TestWindow from '$lib/state/TestWindow.svelte';
import { words } from '$lib/words';

import TopicsScreen from './TopicsScreen.svelte';

const button = (name: string) =>
  [...document.querySelectorAll('button')].find((it) => it.textContent.trim() === name);

it('adds a topic where there is none, and opens it', async () => {
  const door = new FakeDoor();
  let topics: Topic[] = [];
  door.answers.topics_list = () => ({ topics });
  door.answers.topic_add = ({ name }) => {
    const topic = { id: 't1', name, articles: 0 };
    topics = [topic];
    return topic;
  };
  const library = new Library(door, { folder: '/Alder', name: 'Alder', place: null });
  const props = { app: new App(door), library, content: TopicsScreen, props: { id: null } };
  const shown = mount(TestWindow, { target: document.body, props });
  await vi.waitFor(() => expect(button(words.topics.add)).toBeDefined());
  button(words.topics.add)?.click();
  flushSync();
  const field = document.querySelector<HTMLInputElement>('dialog input');
  if (field) field.value = 'Sleep';
  field?.dispatchEvent(new Event('input', { bubbles: true }));
  document.querySelector('dialog form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await vi.waitFor(() => expect(address.route).toEqual({ name: 'topics', id: 't1' }));
  flushSync();
  expect(document.querySelector('dialog')).toBeNull();
  expect(document.querySelector('ul .title')?.textContent).toBe('Sleep');
  void unmount(shown);
});
