// Whether what was found is a word by itself. CodeMirror's own test takes a search that begins within a word for the
// beginning of one, and "_" for a letter, which is a mark here.

import type { EditorState } from '@codemirror/state';

const BEGINS = /^[\p{L}\p{M}\p{N}]/u;
const ENDS = /[\p{L}\p{M}\p{N}]$/u;

export function isWholeWord(_match: string, state: EditorState, from: number, to: number): boolean {
  const found = state.sliceDoc(from, to);
  const goesBack = BEGINS.test(found) && ENDS.test(state.sliceDoc(Math.max(0, from - 2), from));
  const goesOn = ENDS.test(found) && BEGINS.test(state.sliceDoc(to, to + 2));
  return !goesBack && !goesOn;
}
