// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';

import { Commands, placeOf } from './commands.svelte';
import { History } from './history.svelte';

const nothing = () => Promise.resolve();
const element = (html: string) => {
  document.body.innerHTML = html;
  return document.querySelector('[data-here]');
};

it('does what a screen offers, for as long as it is there', () => {
  const commands = new Commands(() => null);
  const [list, desk] = [vi.fn(), vi.fn()];
  commands.offer({ find: { run: list } });
  const takeBack = commands.offer({ find: { run: desk, able: () => desk.mock.calls.length === 0 } });
  expect([commands.run('find'), commands.run('find')]).toEqual([true, false]);
  takeBack();
  expect(commands.run('find')).toBe(true);
  expect([list.mock.calls.length, desk.mock.calls.length]).toEqual([1, 1]);
  expect(commands.can('preview')).toBe(false);
});

it('names what undo takes back where the person is', async () => {
  let history: History | null = null;
  const commands = new Commands(() => history);
  const items = () => commands.menus[1]?.items.slice(0, 2).map(({ label, enabled }) => [label, enabled]);
  expect(items()).toEqual([
    ['Undo', false],
    ['Redo', false],
  ]);
  history = new History();
  history.done({ name: 'remove picture', undo: nothing, redo: nothing });
  expect(items()?.[0]).toEqual(['Undo remove picture', true]);
  commands.run('undo');
  await vi.waitFor(() => expect(items()?.[1]).toEqual(['Redo remove picture', true]));

  const able = vi.fn(() => false);
  const writer = { able, undo: vi.fn(), redo: vi.fn(), settle: vi.fn(), pictures: vi.fn() };
  commands.writer = writer;
  commands.place = 'text';
  expect(items()?.[0]).toEqual(['Undo', false]);
  expect(commands.run('redo')).toBe(false);
  able.mockReturnValue(true);
  expect(items()?.[0]).toEqual(['Undo typing', true]);
  commands.run('redo');
  expect(writer.redo).toHaveBeenCalledOnce();
  expect(history.redoName).toBe('remove picture');
});

it.each([
  ['<div class="cm-content"><p data-here>words</p></div>', 'text'],
  ['<input data-here type="search">', 'field'],
  ['<textarea data-here></textarea>', 'field'],
  ['<input data-here>', 'field'],
  ['<input data-here type="radio">', 'desk'],
  ['<input data-here type="date">', 'desk'],
  ['<button data-here>Undo</button>', 'desk'],
])('knows that %s has an undo of its own or not', (html, place) => {
  expect(placeOf(element(html))).toBe(place);
});
