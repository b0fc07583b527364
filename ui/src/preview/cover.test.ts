// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';

import { coveredWhileDragging } from './cover';

it('covers the page before something can be dragged over it, and no longer', () => {
  const cover = vi.fn<(covered: boolean) => void>();
  const end = coveredWhileDragging(cover);
  const happens = (name: string, target: EventTarget = window) => {
    target.dispatchEvent(new Event(name));
    return cover.mock.lastCall?.[0] ?? false;
  };
  expect(happens('pointermove')).toBe(false);
  expect(happens('blur', document.body)).toBe(false);
  expect(happens('mouseleave', document.body)).toBe(false);
  expect(happens('blur')).toBe(true);
  expect(happens('pointermove')).toBe(false);
  expect(happens('mouseleave', document.documentElement)).toBe(true);
  expect(happens('dragenter')).toBe(true);
  expect(happens('drop')).toBe(false);
  expect(cover).toHaveBeenCalledTimes(4);
  end();
  expect(happens('blur')).toBe(false);
});
