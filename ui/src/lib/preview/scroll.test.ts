// @vitest-environment happy-dom
import type { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { PreviewFrame } from './frame';
import { ScrollSync } from './scroll';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('follows the text again when the person writes, after the page was scrolled', () => {
  const view = {} as unknown as EditorView;
  const window = { scrollY: 0 };
  const frame = { window, document: null, body: null, blocks: [] } as unknown as PreviewFrame;
  const scroll = new ScrollSync(view, document.createElement('div'), frame);
  window.scrollY = 400;
  scroll.lookAtPage();
  scroll.patched();
  expect(vi.getTimerCount()).toBe(0);
  scroll.written();
  scroll.patched();
  expect(vi.getTimerCount()).toBe(1);
  scroll.destroy();
});

it('follows a jump that comes before the event of the one before it', () => {
  const place = { scrollY: 0, scrollTo: ({ top }: { top: number }) => (place.scrollY = top) };
  const scroller = sized(document.createElement('div'), { scrollHeight: 1000, clientHeight: 200 });
  const view = {
    documentTop: 0,
    state: { doc: { lines: 1, length: 1000, line: () => ({ from: 0 }) } },
    lineBlockAt: () => ({ top: 0, bottom: 1000 }),
  } as unknown as EditorView;
  const frame = {
    window: place,
    document: { scrollingElement: { scrollHeight: 2000, clientHeight: 200 } },
    body: { childElementCount: 0, children: [], getBoundingClientRect: () => ({ bottom: 2000 }) },
    blocks: [],
  } as unknown as PreviewFrame;
  const scroll = new ScrollSync(view, scroller, frame);
  scroller.scrollTop = 800;
  scroll.patched();
  vi.runAllTimers();
  expect(place.scrollY).toBeGreaterThan(700);
  scroller.scrollTop = 0;
  scroller.dispatchEvent(new Event('scroll'));
  expect(place.scrollY).toBe(0);
  scroll.destroy();
});

function sized(element: HTMLElement, size: Record<string, number>): HTMLElement {
  for (const [name, value] of Object.entries(size)) Object.defineProperty(element, name, { value });
  return element;
}
