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
