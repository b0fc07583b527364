import { expect, it } from 'vitest';

import { listedPicture } from '$lib/state/testing';

import { matchingPictures } from './matchingPictures';

const pictures = [
  listedPicture({ id: 'p1', alt: 'The café door', fileName: 'IMG_1.jpg' }, 2),
  listedPicture({ id: 'p2', alt: '', fileName: 'Lamp.png' }, 0),
  listedPicture({ id: 'p3', alt: 'A lamp by the door', fileName: 'IMG_2.jpg' }, 0),
];

it.each([
  ['', false, 'p1 p2 p3'],
  ['  ', true, 'p2 p3'],
  ['cafe', false, 'p1'],
  ['LAMP', false, 'p2 p3'],
  ['door la', false, 'p3'],
  ['img_1', false, 'p1'],
  ['door', true, 'p3'],
  ['window', false, ''],
] as const)('"%s", unused only: %s, finds %s', (query, unusedOnly, expected) => {
  const found = matchingPictures(pictures, query, unusedOnly).map(({ picture }) => picture.id);
  expect(found.join(' ')).toBe(expected);
});
