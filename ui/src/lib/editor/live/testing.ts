// For tests only: what a person sees of a text.

import { EditorSelection, EditorState } from '@codemirror/state';
import type { Decoration } from '@codemirror/view';

import { read } from '../commands/testing';
import { markdownSupport } from '../language';
import { attention, setFocused } from './attention';
import { draw } from './live';

/** The state of a text in which `|` stands for the cursor and `⟨` … `⟩` for a selection; without, the focus is elsewhere. */
export function written(marked: string): EditorState {
  const cursor = marked.indexOf('|');
  const [from, to] = [marked.indexOf('⟨'), marked.indexOf('⟩') - 1];
  const created = EditorState.create({
    doc: marked.replaceAll(/[|⟨⟩]/g, ''),
    extensions: [markdownSupport(), attention],
  });
  const state = read(created);
  if (cursor < 0 && from < 0) return state;
  const selection = cursor >= 0 ? EditorSelection.cursor(cursor) : EditorSelection.range(from, to);
  return state.update({ selection, effects: setFocused.of(true) }).state;
}

const looks: Record<string, string> = { Bullet: '• ', Gap: ' ', CellBreak: '↵' };

/** The text without what is hidden; a bullet as `•`, any other widget as `□`. */
export function seen(state: EditorState): string {
  let [text, at] = ['', 0];
  each(state, (from, to, { widget }) => {
    if (from === to && !widget) return;
    text += state.sliceDoc(at, from);
    if (widget) text += looks[widget.constructor.name] ?? '□';
    at = to;
  });
  return text + state.sliceDoc(at);
}

/** The classes of the lines, by the number of the line. */
export function lineClasses(state: EditorState): string[] {
  const lines: string[][] = Array.from({ length: state.doc.lines }, () => []);
  each(state, (from, to, { class: name }) => {
    const line = state.doc.lineAt(from);
    if (from === to && name && line.from === from) lines[line.number - 1]?.push(name);
  });
  return lines.map((classes) => classes.join(' '));
}

type Spec = { widget?: object; class?: string; side?: number };

function each(state: EditorState, see: (from: number, to: number, spec: Spec) => void): void {
  draw(state, { from: 0, to: state.doc.length }).inner.between(
    0,
    state.doc.length,
    (from, to, decoration: Decoration) => {
      const spec = decoration.spec as Spec;
      // A mark that is shown changes nothing of what is seen.
      if (from === to || spec.class === undefined) see(from, to, spec);
    },
  );
}
