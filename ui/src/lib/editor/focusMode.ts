// The paragraph of the cursor, for when all others are dimmed: whoever shows the editor gives it the class `focus-mode`.

import type { EditorState, Extension, Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

import type { Span } from './notation/span';

const here = Decoration.line({ class: 'cm-here' });

/** From the first line of the paragraph to the beginning of its last; never further than what is drawn. */
export function paragraphAt(state: EditorState, within: Span): Span {
  const { doc, selection } = state;
  let first = doc.lineAt(selection.main.from).number;
  let last = doc.lineAt(selection.main.to).number;
  while (first > 1 && doc.line(first).from > within.from && goesOn(doc, first, first - 1)) first -= 1;
  while (last < doc.lines && doc.line(last).to < within.to && goesOn(doc, last, last + 1)) last += 1;
  return { from: doc.line(first).from, to: doc.line(last).from };
}

function goesOn(doc: Text, line: number, next: number): boolean {
  return doc.line(line).text.trim() !== '' && doc.line(next).text.trim() !== '';
}

function decorate({ state, viewport }: EditorView): DecorationSet {
  const { from, to } = paragraphAt(state, viewport);
  const lines = [];
  for (let at = from; at <= to; at = state.doc.lineAt(at).to + 1) lines.push(here.range(at));
  return Decoration.set(lines);
}

class Here {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update({ view, docChanged, selectionSet, viewportChanged }: ViewUpdate): void {
    if (docChanged || selectionSet || viewportChanged) this.decorations = decorate(view);
  }
}

export const focusMode: Extension = [
  ViewPlugin.fromClass(Here, { decorations: ({ decorations }) => decorations }),
  EditorView.theme({
    '.focus-mode & .cm-line': { transition: 'opacity var(--quick)' },
    '.focus-mode & .cm-line:not(.cm-here)': { opacity: '0.35' },
  }),
];
