// Formatted as it is typed: draws what can be seen of the text from its syntax tree.

import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

import { attended, watchAttention } from './attention';
import { blockMarks } from './blockMarks';
import { inlineMarks } from './inlineMarks';
import { askAbout, knownArticles } from './linkedArticles';
import { lineBreaks } from './lineBreaks';
import { lists } from './lists';
import { pictures } from './pictures';
import type { Span } from '../notation/span';
import { type Draw, type Drawn, Sheet } from './sheet';
import { sources } from './sources';
import { tables } from './tables';

/** Milliseconds after a composition until CodeMirror has taken it in: it waits for 50 itself. */
const COMPOSED = 60;

const draws: Record<string, Draw> = {
  ...inlineMarks,
  ...blockMarks,
  ...lists,
  ...lineBreaks,
  ...pictures,
  ...tables,
  ...sources,
};

/** Only `within` is looked at: a key press costs the same in a short text and in a long one. */
export function draw(state: EditorState, within: Span): Drawn {
  const sheet = new Sheet(state, within, attended(state));
  const { from, to } = within;
  syntaxTree(state).iterate({ from, to, enter: (node) => draws[node.name]?.(node, sheet) });
  return sheet.finish();
}

class Live {
  drawn: Drawn;
  /** Something changed during a composition. */
  #behind = false;

  constructor(view: EditorView) {
    this.drawn = draw(view.state, view.viewport);
    askAbout(view, this.drawn.articles);
  }

  update(update: ViewUpdate): void {
    const { view, state, startState } = update;
    if (view.compositionStarted && state.doc.lines === startState.doc.lines) {
      // The text that an input method is working on must stay the same element.
      const moved = (drawn: DecorationSet) => drawn.map(update.changes);
      const { inner, outer, whole, articles } = this.drawn;
      this.drawn = { inner: moved(inner), outer: moved(outer), whole: moved(whole), articles };
      this.#behind = true;
    } else if (this.#behind || changes(update)) {
      this.drawn = draw(state, view.viewport);
      this.#behind = false;
      askAbout(view, this.drawn.articles);
    }
  }
}

function changes(update: ViewUpdate): boolean {
  const { state, startState, docChanged, viewportChanged } = update;
  return (
    docChanged ||
    viewportChanged ||
    syntaxTree(state) !== syntaxTree(startState) ||
    attended(state) !== attended(startState) ||
    knownArticles(state) !== knownArticles(startState)
  );
}

const plugin = ViewPlugin.fromClass(Live, {
  decorations: ({ drawn }) => drawn.inner,
  provide: (live) => [
    EditorView.outerDecorations.of((view) => view.plugin(live)?.drawn.outer ?? Decoration.none),
    EditorView.atomicRanges.of((view) => view.plugin(live)?.drawn.whole ?? Decoration.none),
  ],
  eventObservers: {
    compositionend(_event, view) {
      setTimeout(() => view.dispatch({}), COMPOSED);
    },
  },
});

export const live: Extension = [watchAttention, plugin];
