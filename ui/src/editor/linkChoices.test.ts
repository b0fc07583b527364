import { expect, it } from 'vitest';

import { words } from '$lib/words';

import { articleChoice, linkChoices } from './linkChoices';

const practice = { phone: '802-555-0147', email: 'desk@a.example', bookingUrl: '' };
const articles = [{ id: '1', title: 'Better sleep', whereabouts: 'site' as const }];
const labels = (typed: string) => linkChoices(typed, articles, practice).map(({ label }) => label);

it('offers what was typed first, then own articles, then the practice', () => {
  expect(labels('')).toEqual(['Better sleep', 'Your phone number', 'Your email address']);
  expect(labels('sleep')).toEqual(['Better sleep']);
  expect(labels('call us')).toEqual(['Better sleep', 'Your phone number']);
  expect(labels('call 802-555-0100')).toEqual(['802-555-0100', 'Better sleep', 'Your phone number']);
  expect(labels('practice:phone')[0]).toBe('Your phone number');
  expect(labels('article:better-sleep')[0]).toBe('Your article');
});

it.each([
  ['site', undefined],
  ['draft', words.link.lost.draft],
  ['bin', words.link.lost.bin],
] as const)('says what becomes of a link to an article whose place is: %s', (whereabouts, expected) => {
  expect(articleChoice({ id: '1', title: 'Better sleep', whereabouts }).lost).toBe(expected);
});
