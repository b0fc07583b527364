import { expect, it } from 'vitest';

import { convertPlain } from './plain';

it.each([
  ['one line', 'one line', 'words'],
  ['Dear all,\r\nwe close at noon.\r\nDana', 'Dear all,\n\nwe close at noon.\n\nDana', 'paragraphs'],
  ['First\nstill first\n\nSecond', 'First\nstill first\n\nSecond', 'paragraphs'],
  ['One\n\n\n\n  \nTwo\n', 'One\n\nTwo', 'paragraphs'],
  ['- a\n- b', '- a\n- b', 'list'],
  ['•\ta\n•\tb', '- a\n- b', 'list'],
  ['Bring:\n1. your card\n2. a list', 'Bring:\n\n1. your card\n2. a list', 'blocks'],
  ['| a | b |\n| --- | --- |\n| c | d |', '| a | b |\n| --- | --- |\n| c | d |', 'blocks'],
  ['    Dear all,\n\ta tab', 'Dear all,\n\na tab', 'paragraphs'],
  ['## Meant\nwords', '## Meant\n\nwords', 'blocks'],
  ['5\u00A0mg\u200B of it', '5 mg of it', 'words'],
  ['```\n  code\n```', '```\n  code\n```', 'blocks'],
  ['a  \nb', 'a  \nb', 'paragraphs'],
])('%j becomes %j', (text, expected, shape) => {
  expect(convertPlain(text)).toEqual({ text: expected, shape });
});
