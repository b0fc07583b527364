import { expect, it } from 'vitest';

import { completeAddress, videoAddress } from './address';

it.each([
  ['www.riverbend.example', 'https://www.riverbend.example'],
  ['desk@riverbend.example', 'mailto:desk@riverbend.example'],
  ['(910) 555-0142', 'tel:9105550142'],
  ['localhost.test:8080/a', 'https://localhost.test:8080/a'],
  ['article:sleep', 'article:sleep'],
  ['#sources', '#sources'],
  [' http://a.example ', 'http://a.example'],
])('completes %s to %s', (typed, expected) => {
  expect(completeAddress(typed)).toBe(expected);
});

it.each([
  ['https://www.youtube.com/watch?v=a', 'https://www.youtube.com/watch?v=a'],
  [' youtu.be/a ', 'https://youtu.be/a'],
  ['http://vimeo.com/1', 'https://vimeo.com/1'],
  ['https://www.youtube.com/@riverbend', null],
  ['https://youtu.be.evil.example/a', null],
  ['https://youtu.be@evil.example/a', null],
  ['https://vimeo.com/', null],
  ['javascript:alert(1)', null],
  ['', null],
])('the video at %j is %j', (typed, address) => {
  expect(videoAddress(typed)).toBe(address);
});
