import type { EditorState, TransactionSpec } from '@codemirror/state';

import { togglePrefix } from './lines';

/** The title is level 1: in the text, headings begin at 2. */
export function heading(state: EditorState, level: 2 | 3): TransactionSpec {
  const mark = `${'#'.repeat(level)} `;
  return togglePrefix(
    state,
    () => mark,
    (text) => text.trimStart().startsWith(mark),
  );
}
