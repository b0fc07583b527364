// Whether what was found is a word by itself. CodeMirror's own test takes a search that begins within a word for the
// beginning of one, and "_" for a letter, which is a mark here.

import type { EditorState } from '@codemirror/state';

const LETTER = /[\p{L}\p{M}\p{N}]/u;

export function isWholeWord(_match: string, state: EditorState, from: number, to: number): boolean {
  const before = state.sliceDoc(Math.max(0, from - 2), from);
  const after = state.sliceDoc(to, to + 2);
  const found = state.sliceDoc(from, to);
  const begins = !(LETTER.test(last(before)) && LETTER.test(first(found)));
  return begins && !(LETTER.test(last(found)) && LETTER.test(first(after)));
}

const first = (text: string): string => [...text][0] ?? '';
const last = (text: string): string => [...text].at(-1) ?? '';
