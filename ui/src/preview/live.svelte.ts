import type { EditorView } from '@codemirror/view';

import { type Door, type Preview, Refusal } from '$lib/api';
import { goToLine } from '$lib/editor/editor';
import { clickedPosition } from '$lib/preview/click';
import type { PreviewFrame } from '$lib/preview/frame';
import { Latest } from '$lib/latest';
import { ScrollSync } from '$lib/preview/scroll';
import type { Draft } from '$lib/state/draft.svelte';
import { words } from '$lib/words';

/** The page of one draft, following every key. */
export class LivePreview {
  /** Why the page is behind what was written; nothing while it follows. */
  problem: Refusal | null = $state.raw(null);

  #frame: PreviewFrame;
  #latest: Latest<Preview>;
  #unwatch: () => void;
  #scroll: ScrollSync | null = null;

  /** Whatever page the frame shows, it is to become that of the draft. */
  constructor(door: Door, draft: Draft, frame: PreviewFrame) {
    this.#frame = frame;
    frame.begin(() => this.#scroll?.patched());
    this.#latest = new Latest<Preview>({
      ask: (revision) =>
        door.call('preview', {
          article: draft.id,
          revision,
          knownFrame: this.#frame.knownFrame,
          knownBlocks: this.#frame.knownBlocks,
          base: door.previewBase,
          draft: draft.page(),
        }),
      show: (answer) => this.#show(answer),
      fail: (thrown) => (this.problem = Refusal.from(thrown, words.errors.host)),
    });
    let { text } = draft;
    this.#unwatch = draft.watch(() => {
      if (draft.text !== text) this.#scroll?.written();
      text = draft.text;
      this.#latest.wake();
    });
    this.#latest.wake();
  }

  stop(): void {
    this.#unwatch();
    this.#latest.stop();
  }

  /** Keeps page and text side by side, and brings the cursor to where the page is clicked. Returns how to end it. */
  follow(view: EditorView, scroller: HTMLElement): () => void {
    const scroll = new ScrollSync(view, scroller, this.#frame);
    this.#scroll = scroll;
    const look = () => {
      scroll.lookAtPage();
      const position = clickedPosition(this.#frame, view);
      if (position !== null) goToLine(view, position);
    };
    const unwatch = whileOver(this.#frame.iframe, look);
    return () => {
      unwatch();
      scroll.destroy();
      this.#scroll = null;
    };
  }

  #show(answer: Preview): void {
    if (this.problem !== null) this.problem = null;
    this.#frame.show(answer);
  }
}

/**
 * Calls `look` once a frame while the pointer is over the iframe or the focus is in it. A page without scripts sends its
 * events to nobody (WebKit), so this is the only way to hear of them.
 */
function whileOver(iframe: HTMLIFrameElement, look: () => void): () => void {
  let over = false;
  let frame = 0;
  const here = () => over || document.activeElement === iframe;
  const tick = () => {
    look();
    frame = here() ? requestAnimationFrame(tick) : 0;
  };
  const begin = () => {
    if (frame === 0 && here()) frame = requestAnimationFrame(tick);
  };
  const enter = () => {
    over = true;
    begin();
  };
  const leave = () => (over = false);
  iframe.addEventListener('pointerenter', enter);
  iframe.addEventListener('pointerleave', leave);
  // The focus going into the iframe looks, from here, like leaving the window.
  window.addEventListener('blur', begin);
  return () => {
    cancelAnimationFrame(frame);
    iframe.removeEventListener('pointerenter', enter);
    iframe.removeEventListener('pointerleave', leave);
    window.removeEventListener('blur', begin);
  };
}
