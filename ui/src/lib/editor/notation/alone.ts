import type { EditorState } from '@codemirror/state';

import type { Span } from './span';

/** Whether this is all of its line. A picture that is, is shown large, with its description below. */
export function isAlone(state: EditorState, { from, to }: Span): boolean {
  const line = state.doc.lineAt(from);
  return to <= line.to && line.text.trim().length === to - from;
}
