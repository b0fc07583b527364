// The preview's frame: filled once, then changed in place for as long as it lives. Much at once comes in parts, between which the
// window draws.

import type { Preview, PreviewBlock, PreviewChange } from '../api';
import { changed, type PartOfChange, queued } from './blocks';
import { BODY_ID, fillBody, pageToShow, patchBlocks, patchDocument } from './patch';

/** Milliseconds of work between two frames. */
const SLICE = 20;

export class PreviewFrame {
  readonly iframe: HTMLIFrameElement;
  /** The frame that the host need not send again. */
  knownFrame: string | null = null;
  blocks: readonly PreviewBlock[] = [];

  #knownBlocks: string | null = null;
  #loading: Promise<void> | null = null;
  /** Of the answer that was shown last: what is yet to come on the page. */
  #rest: PartOfChange[] = [];
  #awaitsFrame = false;
  #patched: () => void = () => undefined;
  /** What is shown first of another page is its top. */
  #isOther = false;

  constructor(iframe: HTMLIFrameElement) {
    this.iframe = iframe;
  }

  /** What comes next is another page. `patched` is told when something of it was shown. */
  begin(patched: () => void): void {
    this.#patched = patched;
    this.#knownBlocks = null;
    this.#rest = [];
    this.#isOther = this.knownFrame !== null;
  }

  get document(): Document | null {
    return this.#loading === null ? this.iframe.contentDocument : null;
  }

  get window(): Window | null {
    return this.#loading === null ? this.iframe.contentWindow : null;
  }

  get body(): HTMLElement | null {
    return this.document?.getElementById(BODY_ID) ?? null;
  }

  /** The blocks of which the host need only say what changed: as long as none are shown, it is to say them all. */
  get knownBlocks(): string | null {
    return this.#loading === null ? this.#knownBlocks : null;
  }

  show(answer: Preview): void {
    const { frame, body } = answer;
    if (frame !== null) this.#showFrame(frame.html);
    if (frame !== null) this.knownFrame = frame.key;
    if (this.#loading === null) this.#showBody(body);
    else void this.#loading.then(() => this.#showBody(body));
  }

  #showFrame(html: string): void {
    if (this.knownFrame === null) this.#loading = this.#load(html);
    else if (this.#loading !== null) void this.#loading.then(() => this.#patchDocument(html));
    else this.#patchDocument(html);
  }

  /** The page can be changed as soon as it was read, before its pictures have come. */
  #load(html: string): Promise<void> {
    this.iframe.srcdoc = pageToShow(html);
    return new Promise((resolve) => {
      const ready = () => {
        if (this.#loading === null) return;
        this.#loading = null;
        this.iframe.removeEventListener('load', ready);
        resolve();
      };
      const look = () => {
        if (this.#loading === null) return;
        if (this.iframe.contentDocument?.getElementById(BODY_ID)) ready();
        else requestAnimationFrame(look);
      };
      this.iframe.addEventListener('load', ready);
      requestAnimationFrame(look);
    });
  }

  #patchDocument(html: string): void {
    if (this.document) patchDocument(this.document, html);
  }

  #showBody(change: PreviewChange): void {
    const body = this.body;
    if (body === null) return;
    // Whatever else touched the body, afterwards it holds the blocks again.
    if (body.childElementCount !== this.blocks.length) fillBody(body, this.blocks);
    this.#rest = queued(this.#rest, change, this.blocks.length);
    this.#showNext(body);
    if (this.#isOther) this.window?.scrollTo({ top: 0, behavior: 'instant' });
    this.#isOther = false;
    this.#knownBlocks = change.key;
    this.#showLater();
  }

  #showNext(body: HTMLElement): void {
    const part = this.#rest.shift();
    if (part === undefined) return;
    patchBlocks(body, part);
    this.blocks = changed(this.blocks, part);
    this.#patched();
  }

  #showLater(): void {
    if (this.#rest.length === 0 || this.#awaitsFrame) return;
    this.#awaitsFrame = true;
    requestAnimationFrame(() => this.#showSlice());
  }

  #showSlice(): void {
    this.#awaitsFrame = false;
    const body = this.body;
    if (body === null) return;
    const end = performance.now() + SLICE;
    do {
      this.#showNext(body);
      // Laid out at once, so that its time counts.
      body.getBoundingClientRect();
    } while (this.#rest.length > 0 && performance.now() < end);
    this.#showLater();
  }
}
