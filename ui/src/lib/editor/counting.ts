// Counts the words once the person pauses: no key press waits for it.

import type { EditorState, Extension } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

import { type Counts, countWords } from './counts';

/** Milliseconds without a change until the words are counted. */
const PAUSE = 250;

class Counting {
  readonly #view: EditorView;
  readonly #counted: (counts: Counts) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #words = 0;
  /** The text changed since its words were counted. */
  #stale = false;

  constructor(view: EditorView, counted: (counts: Counts) => void) {
    this.#view = view;
    this.#counted = counted;
    this.#wait(true);
  }

  update({ docChanged, selectionSet }: ViewUpdate): void {
    if (docChanged || selectionSet) this.#wait(docChanged);
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  #wait(stale: boolean): void {
    this.#stale ||= stale;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#count(), PAUSE);
  }

  #count(): void {
    const { state } = this.#view;
    if (this.#stale) this.#words = countWords(state.doc.toString());
    this.#stale = false;
    this.#counted({ words: this.#words, selected: selectedWords(state) });
  }
}

function selectedWords(state: EditorState): number | null {
  const { from, to, empty } = state.selection.main;
  return empty ? null : countWords(state.sliceDoc(from, to));
}

export function counting(counted: (counts: Counts) => void): Extension {
  return ViewPlugin.define((view) => new Counting(view, counted));
}
