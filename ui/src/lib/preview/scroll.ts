// Editor and preview scroll together, whichever of the two the person moves.

import type { EditorView } from '@codemirror/view';

import { type Anchors, toPage, toText } from './follow';
import type { PreviewFrame } from './frame';

/** Pixels by which a browser may round what was asked of it. */
const ROUNDING = 2;
/** Milliseconds after the last patch or scroll until the page is lined up again. */
const SETTLE = 150;

export class ScrollSync {
  #view: EditorView;
  #scroller: HTMLElement;
  #frame: PreviewFrame;
  #last: 'text' | 'page' = 'text';
  /** Where each side was when the other was put beside it: what is still there need not be followed. */
  #textAt = Number.NaN;
  #pageAt: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #scrolled = () => this.#textScrolled();

  constructor(view: EditorView, scroller: HTMLElement, frame: PreviewFrame) {
    this.#view = view;
    this.#scroller = scroller;
    this.#frame = frame;
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#pageAt = frame.window?.scrollY ?? 0;
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#scroller.removeEventListener('scroll', this.#scrolled);
  }

  /** Called once a frame while the person is over the page: no event of a page without scripts reaches anyone. */
  lookAtPage(): void {
    const scrollY = this.#frame.window?.scrollY;
    if (scrollY === undefined || Math.abs(scrollY - this.#pageAt) < ROUNDING) return;
    this.#pageAt = scrollY;
    this.#last = 'page';
    const page = this.#frame.document?.scrollingElement;
    const anchors = this.#anchors();
    if (!page || anchors === null) return;
    const share = progress(scrollY, page.scrollHeight, page.clientHeight);
    const height = toText(anchors, scrollY + share * page.clientHeight);
    this.#scroller.scrollTop = height - share * this.#scroller.clientHeight;
    this.#textAt = this.#scroller.scrollTop;
  }

  /** The person writes: whatever moved the page before, it follows the text again. */
  written(): void {
    this.#last = 'text';
  }

  /** The page changed: it may have grown above what is seen. */
  patched(): void {
    this.#lineUpLater();
  }

  #lineUpLater(): void {
    clearTimeout(this.#timer);
    if (this.#last === 'text') this.#timer = setTimeout(() => this.#movePage(), SETTLE);
  }

  #textScrolled(): void {
    if (Math.abs(this.#scroller.scrollTop - this.#textAt) < ROUNDING) return;
    this.#last = 'text';
    this.#movePage();
    // Lines that came into sight are measured only now: what was guessed of their height may have been wrong.
    this.#lineUpLater();
  }

  #movePage(): void {
    const window = this.#frame.window;
    const page = this.#frame.document?.scrollingElement;
    const anchors = this.#anchors();
    if (!window || !page || anchors === null) return;
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    // Also when no event has told of this place yet: by the time it comes, the text may be somewhere else again.
    this.#textAt = scrollTop;
    const share = progress(scrollTop, scrollHeight, clientHeight);
    const height = toPage(anchors, scrollTop + share * clientHeight);
    window.scrollTo({ top: height - share * page.clientHeight, behavior: 'instant' });
    this.#pageAt = window.scrollY;
  }

  #anchors(): Anchors | null {
    const { blocks, body, window } = this.#frame;
    if (body === null || window === null || body.childElementCount !== blocks.length) return null;
    const doc = this.#view.state.doc;
    const scroller = this.#scroller;
    const textTop = this.#view.documentTop - scroller.getBoundingClientRect().top + scroller.scrollTop;
    const lineTop = (line: number) =>
      this.#view.lineBlockAt(doc.line(Math.min(line + 1, doc.lines)).from).top;
    return {
      count: blocks.length,
      text: (index) => textTop + (blocks[index] ? lineTop(blocks[index].line) : lastLineBottom(this.#view)),
      page: (index) => {
        const child = body.children[index];
        const edge = child ? child.getBoundingClientRect().top : body.getBoundingClientRect().bottom;
        return edge + window.scrollY;
      },
    };
  }
}

function lastLineBottom(view: EditorView): number {
  return view.lineBlockAt(view.state.doc.length).bottom;
}

/** 0 at the top, 1 at the bottom. Looking at that share of both windows makes both ends meet. */
function progress(scrollTop: number, scrollHeight: number, clientHeight: number): number {
  const most = scrollHeight - clientHeight;
  return most <= 0 ? 0 : Math.min(Math.max(scrollTop / most, 0), 1);
}
