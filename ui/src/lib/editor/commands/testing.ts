// For the tests of the commands only: texts in which `|` stands for the cursor and `⟨` … `⟩` for a selection.

import { ensureSyntaxTree } from '@codemirror/language';
import { EditorSelection, EditorState, type TransactionSpec } from '@codemirror/state';

import { markdownSupport } from '../language';

export function editing(marked: string): EditorState {
  const cursor = marked.indexOf('|');
  const [from, to] = [marked.indexOf('⟨'), marked.indexOf('⟩') - 1];
  const selection = cursor >= 0 ? EditorSelection.cursor(cursor) : EditorSelection.range(from, to);
  const state = EditorState.create({
    doc: marked.replaceAll(/[|⟨⟩]/g, ''),
    selection: EditorSelection.create([selection]),
    extensions: [markdownSupport()],
  });
  return read(state);
}

/** However busy the computer is: all of the text has been read. */
export function read(state: EditorState): EditorState {
  ensureSyntaxTree(state, state.doc.length, 10_000);
  // A state shows what was read of it only when the next one is made of it.
  return state.update({}).state;
}

export function shown(state: EditorState): string {
  const { from, to, empty } = state.selection.main;
  const text = state.doc.toString();
  if (empty) return `${text.slice(0, from)}|${text.slice(from)}`;
  return `${text.slice(0, from)}⟨${text.slice(from, to)}⟩${text.slice(to)}`;
}

/** The text after `command`, marked; unchanged when the command leaves the key to others. */
export function after(marked: string, command: (state: EditorState) => TransactionSpec | null): string {
  const state = editing(marked);
  const spec = command(state);
  return shown(spec === null ? state : state.update(spec).state);
}
