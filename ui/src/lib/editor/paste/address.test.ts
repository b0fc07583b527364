import { expect, it } from 'vitest';

import { cleanAddress, isWebAddress } from './address';

it.each([
  ['https://a.example/b?utm_source=x&id=3&gclid=1#part', 'https://a.example/b?id=3#part'],
  ['https://a.example/b?UTM_Medium=x', 'https://a.example/b'],
  ['https://a.example/?q=a%20b&mc_eid=1&r=c+d', 'https://a.example/?q=a%20b&r=c+d'],
  ['https://www.google.com/url?q=https://b.example/c?fbclid=1&sa=D', 'https://b.example/c'],
  ['https://www.google.de/url?sa=t&url=https%3A%2F%2Fb.example%2F', 'https://b.example/'],
  ['https://www.google.com/maps?q=Riverbend', 'https://www.google.com/maps?q=Riverbend'],
  [
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fc.example&data=1',
    'https://c.example/',
  ],
  [
    'https://safelinks.protection.outlook.com.evil.example/?url=x',
    'https://safelinks.protection.outlook.com.evil.example/?url=x',
  ],
  ['mailto:desk@riverbend.example?subject=Visit', 'mailto:desk@riverbend.example?subject=Visit'],
  ['tel:+19105550142', 'tel:+19105550142'],
  ['https://a.example/b(c)', 'https://a.example/b%28c%29'],
  ['java\nscript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///C:/x', null],
  ['ftp://a.example', null],
  ['/relative', null],
  ['', null],
])('%s is meant as %s', (href, expected) => {
  expect(cleanAddress(href)).toBe(expected);
});

it.each([
  ['https://a.example/b', true],
  [' http://a.example ', true],
  ['https://a.example and more', false],
  ['a.example', false],
  ['javascript:alert(1)', false],
])('%s alone is a web address: %s', (text, expected) => {
  expect(isWebAddress(text)).toBe(expected);
});
