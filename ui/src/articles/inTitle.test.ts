import { expect, it } from 'vitest';

import type { ArticleRow } from '$lib/api';

import { inTitle } from './inTitle';

const row = (title: string): ArticleRow => ({
  id: title,
  title,
  summary: '',
  status: 'draft',
  topics: [],
  author: null,
  changed: '2026-06-15T12:00:00Z',
  published: null,
});
const rows = ['Myths about chronic pain', 'Élodie’s café', 'Sleep and pain', ''].map(row);

it.each([
  ['', ['Myths about chronic pain', 'Élodie’s café', 'Sleep and pain', '']],
  ['  ', ['Myths about chronic pain', 'Élodie’s café', 'Sleep and pain', '']],
  ['PAIN', ['Myths about chronic pain', 'Sleep and pain']],
  ['pain myth', ['Myths about chronic pain']],
  ["elodie's cafe", ['Élodie’s café']],
  ['.*', []],
])('"%s" finds %j', (query, titles) => {
  expect(inTitle(rows, query).map(({ title }) => title)).toEqual(titles);
});
