// @vitest-environment happy-dom
import { expect, it } from 'vitest';

import { convertHtml } from './convert';

it.each([
  ['<b>bold </b>text', '**bold** text'],
  ['<b>a</b> <b>b</b>', '**a b**'],
  ['<b>a</b><b>b</b>', '**ab**'],
  ['<b>Note:</b>more', '**Note**:more'],
  ['<b> </b>', ''],
  ['<b>a <i>b</i></b> <i>c</i>', '**a *b*** *c*'],
  ['<b>a <a href="https://a.example">b</a></b>', '**a [b](https://a.example/)**'],
  ['<a href="https://a.example"> b </a>c', '[b](https://a.example/) c'],
  ['a<br>b<br><br>c<br>', 'a\\\nb\n\nc'],
  ['Q&A, 5 * 3, a_b, [1]', 'Q&A, 5 * 3, a_b, [1]'],
  ['*a*, _b_, &amp;lt;, [1](x), `c`, ~d~', '\\*a\\*, \\_b\\_, \\&lt;, [1]\\(x), \\`c\\`, \\~d\\~'],
  ['x\\*y', 'x\\\\\\*y'],
  ['10<sup>3</sup> on the 1<sup>st</sup>', '10³ on the 1st'],
  ['<span style="mso-bidi-font-weight:bold">a</span>', 'a'],
  ['<b style="font-weight:400">a</b>', 'a'],
  ['<blockquote>'.repeat(40) + 'a', `${'> '.repeat(10)}a`],
  ['<ul>stray<li>a</ul>', '- stray\n- a'],
  ['<table><tr><td>a<td><tr><td>b<td>&nbsp;</table>', 'a\n\nb'],
  [
    '<p style="mso-list:l0 level1"><i style="mso-list:Ignore">·</i>a<p style="mso-list:l1 level1"><i style="mso-list:Ignore">1.</i>b',
    '- a\n\n1. b',
  ],
  [`<p>${'x'.repeat(399)}*y*</p>`, `${'x'.repeat(399)}\\*y\\*`],
])('%s becomes %s', (html, expected) => {
  expect(convertHtml(html).text).toBe(expected);
});
