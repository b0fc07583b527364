// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';

import { keepStop, roving } from './roving';

let bar: HTMLElement;
let end: () => void;

beforeEach(() => {
  document.body.innerHTML =
    '<div><button>a</button><button tabindex="-1">b</button><button tabindex="-1">c</button></div>';
  bar = document.querySelector('div') ?? document.body;
  end = roving(bar);
});

const press = (key: string) =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );

it.each([
  [['ArrowRight'], 'b'],
  [['ArrowRight', 'ArrowRight', 'ArrowRight'], 'a'],
  [['ArrowLeft'], 'c'],
  [['End'], 'c'],
  [['End', 'Home'], 'a'],
  [['x'], 'a'],
])('%j leads to %s, the one stop for Tab', (keys, expected) => {
  bar.querySelector('button')?.focus();
  for (const key of keys) press(key);
  expect(document.activeElement?.textContent).toBe(expected);
  expect([...bar.querySelectorAll('button')].filter(({ tabIndex }) => tabIndex === 0)).toEqual([
    document.activeElement,
  ]);
  end();
});

it('has a stop for Tab also where the one that was it is gone', () => {
  bar.querySelector('button')?.focus();
  press('End');
  document.activeElement?.remove();
  keepStop(bar);
  expect([...bar.querySelectorAll('button')].map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
  end();
});
