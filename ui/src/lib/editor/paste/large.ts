// A large paste: what comes first is shown at once, the rest is read while the window goes on drawing. Before the person does
// anything else, all of it is there; and it is one step of undo.

import { isolateHistory } from '@codemirror/commands';
import { EditorSelection, type Extension } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** Letters of HTML that are read in one go: nobody sees how long it takes. */
const LARGE = 100_000;

/** Milliseconds of work until the beginning is shown, and between two frames after that. */
const [FIRST, SLICE] = [30, 50];

/** Milliseconds without a frame after which none is waited for. */
const UNSEEN = 100;

/** Blocks that more than fill a window. */
const FEW = 30;

/** What is done before it can come between the beginning and the rest. */
const INTERRUPTIONS = ['keydown', 'beforeinput', 'pointerdown', 'paste', 'drop', 'dragstart', 'blur'];

const HELD = new Set(['Control', 'Meta', 'Shift', 'Alt']);

export const isLarge = (html: string): boolean => html.length > LARGE;

/** Whether the slice of work that began last is over. */
export class Slices {
  #end = Infinity;

  begin(length = SLICE): void {
    this.#end = performance.now() + length;
  }

  beginFirst(): void {
    this.begin(FIRST);
  }

  /** All the rest is one. */
  beginLast(): void {
    this.#end = Infinity;
  }

  /** Not before there is something to see of it. */
  isOver(blocks: number): boolean {
    return blocks >= FEW && performance.now() > this.#end;
  }
}

export interface Rest {
  pieces: Iterator<string, void>;
  slices: Slices;
  /** Where it goes. */
  at: number;
  done: () => void;
}

class Adding {
  readonly #view: EditorView;
  #rest: Rest | null = null;
  #texts: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView) {
    this.#view = view;
    for (const name of INTERRUPTIONS) addEventListener(name, this.#interrupted, true);
  }

  begin(rest: Rest): void {
    this.#rest = rest;
    this.#goOn();
  }

  update({ docChanged, changes }: ViewUpdate): void {
    if (docChanged && this.#rest) this.#rest.at = changes.mapPos(this.#rest.at, 1);
  }

  destroy(): void {
    this.#rest = null;
    clearTimeout(this.#timer);
    for (const name of INTERRUPTIONS) removeEventListener(name, this.#interrupted, true);
  }

  readonly #work = (): void => {
    this.#rest?.slices.begin();
    if (this.#read()) this.#add();
    else this.#goOn();
  };

  /** After the next frame: timers alone would keep WebKit from drawing. A window that nobody sees draws none. */
  #goOn(): void {
    const unseen = setTimeout(this.#work, UNSEEN);
    this.#timer = unseen;
    requestAnimationFrame(() => {
      if (this.#timer !== unseen || this.#rest === null) return;
      clearTimeout(unseen);
      this.#timer = setTimeout(this.#work);
    });
  }

  finish(): void {
    if (this.#rest === null) return;
    clearTimeout(this.#timer);
    this.#rest.slices.beginLast();
    while (!this.#read());
    this.#add();
  }

  readonly #interrupted = (event: Event): void => {
    if (!(event instanceof KeyboardEvent && HELD.has(event.key))) this.finish();
  };

  /** Says whether that was the last piece. */
  #read(): boolean {
    const next = this.#rest?.pieces.next();
    if (next === undefined || next.done === true) return true;
    this.#texts.push(next.value);
    return false;
  }

  #add(): void {
    const rest = this.#rest;
    if (rest === null) return;
    const insert = this.#texts.map((text) => `\n\n${text}`).join('');
    this.#rest = null;
    this.#texts = [];
    this.#view.dispatch({
      changes: { from: rest.at, insert },
      selection: EditorSelection.cursor(rest.at + insert.length),
      scrollIntoView: true,
      // The only event that is one with what was done before, however long ago that was.
      userEvent: 'input.type.compose',
      annotations: isolateHistory.of('after'),
    });
    rest.done();
  }
}

const adding = ViewPlugin.fromClass(Adding);

export const largePastes: Extension = adding;

/** Adds the rest of a paste, and tells when all of it is there. */
export function addRest(view: EditorView, rest: Rest): void {
  view.plugin(adding)?.begin(rest);
}

/** All of it is there at once: the text is left, or the window closes. */
export function finishPaste(view: EditorView): void {
  view.plugin(adding)?.finish();
}
