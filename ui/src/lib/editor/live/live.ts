// Formatted as it is typed: draws what can be seen of the text from its syntax tree.

import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

import { attended, watchAttention } from './attention';
import { blockMarks } from './blockMarks';
import { inlineMarks } from './inlineMarks';
import { lineBreaks } from './lineBreaks';
import { lists } from './lists';
import { pictures } from './pictures';
import { type Draw, Sheet, type Span } from './sheet';

/** Milliseconds after a composition until CodeMirror has taken it in: it waits for 50 itself. */
const COMPOSED = 60;

const draws: Record<string, Draw> = { ...inlineMarks, ...blockMarks, ...lists, ...lineBreaks, ...pictures };

/** Only `within` is looked at: a key press costs the same in a short text and in a long one. */
export function draw(state: EditorState, within: Span): DecorationSet {
  const sheet = new Sheet(state, within, attended(state));
  const { from, to } = within;
  syntaxTree(state).iterate({ from, to, enter: (node) => draws[node.name]?.(node, sheet) });
  return sheet.finish();
}

class Live {
  decorations: DecorationSet;
  /** Something changed during a composition. */
  #behind = false;

  constructor(view: EditorView) {
    this.decorations = draw(view.state, view.viewport);
  }

  update(update: ViewUpdate): void {
    const { view, state, startState } = update;
    if (view.compositionStarted && state.doc.lines === startState.doc.lines) {
      // The text that an input method is working on must stay the same element.
      this.decorations = this.decorations.map(update.changes);
      this.#behind = true;
    } else if (this.#behind || changes(update)) {
      this.decorations = draw(state, view.viewport);
      this.#behind = false;
    }
  }
}

function changes(update: ViewUpdate): boolean {
  const { state, startState, docChanged, viewportChanged } = update;
  return (
    docChanged ||
    viewportChanged ||
    syntaxTree(state) !== syntaxTree(startState) ||
    attended(state) !== attended(startState)
  );
}

const plugin = ViewPlugin.fromClass(Live, {
  decorations: ({ decorations }) => decorations,
  eventObservers: {
    compositionend(_event, view) {
      setTimeout(() => view.dispatch({}), COMPOSED);
    },
  },
});

export const live: Extension = [watchAttention, plugin];
