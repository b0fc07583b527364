import { expect, it } from 'vitest';

import { commandOf, keyOf, shownKeys } from './shortcuts';

const press = (keys: string) => {
  const parts = keys.split(' ');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('ctrl'),
    metaKey: parts.includes('meta'),
    shiftKey: parts.includes('shift'),
    altKey: parts.includes('alt'),
  } as KeyboardEvent;
};

it.each([
  ['ctrl z', 'undo', null],
  ['meta z', null, 'undo'],
  ['ctrl shift Z', 'redo', null],
  ['ctrl y', 'redo', null],
  ['meta shift z', null, 'redo'],
  ['ctrl n', 'newArticle', null],
  ['ctrl shift N', null, null],
  ['ctrl alt n', null, null],
  ['ctrl meta n', null, null],
  ['ctrl +', 'larger', null],
  ['ctrl =', 'larger', null],
  ['ctrl shift +', 'larger', null],
  ['ctrl -', 'smaller', null],
  ['F1', 'shortcuts', 'shortcuts'],
  ['n', null, null],
  ['ctrl f', null, null],
])('knows what %s is for', (keys, elsewhere, mac) => {
  expect(commandOf(press(keys), false)).toBe(elsewhere);
  expect(commandOf(press(keys), true)).toBe(mac);
});

it('names keys as the computer does', () => {
  expect(shownKeys(keyOf('redo'), false)).toBe('Ctrl+Shift+Z');
  expect(shownKeys(keyOf('redo'), true)).toBe('⇧⌘Z');
  expect(shownKeys(keyOf('larger'), false)).toBe('Ctrl++');
  expect(shownKeys(keyOf('smaller'), true)).toBe('⌘−');
  expect(shownKeys('F1', true)).toBe('F1');
});
