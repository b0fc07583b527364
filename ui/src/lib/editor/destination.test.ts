import { expect, it } from 'vitest';

import { understood } from './destination';

it.each([
  ['call 802-555-0147', 'phone', 'tel:8025550147', '802-555-0147'],
  ['Call us at (802) 555-0147', 'phone', 'tel:8025550147', '(802) 555-0147'],
  ['+1 802 555 0147', 'phone', 'tel:+18025550147', '+1 802 555 0147'],
  ['tel:+18025550147', 'phone', 'tel:+18025550147', '+18025550147'],
  ['email desk@a.example', 'email', 'mailto:desk@a.example', 'desk@a.example'],
  ['desk@a.example', 'email', 'mailto:desk@a.example', 'desk@a.example'],
  ['mailto:desk@a.example', 'email', 'mailto:desk@a.example', 'desk@a.example'],
  ['www.cdc.gov', 'web', 'https://www.cdc.gov', 'www.cdc.gov'],
  ['https://cdc.gov/flu/', 'web', 'https://cdc.gov/flu/', 'cdc.gov/flu'],
  ['http://localhost:8080/a', 'web', 'http://localhost:8080/a', 'localhost:8080/a'],
  ['article:better-sleep', 'article', 'article:better-sleep', 'article:better-sleep'],
  ['practice:phone', 'practice', 'practice:phone', 'practice:phone'],
  ['#naps', 'place', '#naps', '#naps'],
])('%j is a %s: %s', (typed, kind, address, shown) => {
  expect(understood(typed)).toEqual({ kind, address, shown });
});

it.each([
  '',
  '  ',
  'better sleep',
  'call',
  'call mom',
  '12345',
  '2024',
  'desk@',
  'javascript:alert(1)',
  'sleep.',
])('%j is no address', (typed) => {
  expect(understood(typed)).toBeNull();
});
