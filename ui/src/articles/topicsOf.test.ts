import { expect, it } from 'vitest';

import { rowOf } from '$lib/state/draft.svelte';
import { article } from '$lib/state/testing';

import { topicsOf } from './topicsOf';

const row = (...topics: string[]) => rowOf(article({ topics }));

it.each([
  [
    [row('Sleep', 'Backs'), row('Sleep'), row()],
    ['Backs', 'Sleep'],
  ],
  [[row()], []],
  [
    [row('Sleep'), null],
    ['Every', 'Topic'],
  ],
])('offers the topics that can be removed', (rows, topics) => {
  expect(topicsOf(rows, ['Every', 'Topic'])).toEqual(topics);
});
