import type { EditorState, TransactionSpec } from '@codemirror/state';

import { togglePrefix } from './lines';

export const bulletedList = (state: EditorState): TransactionSpec =>
  togglePrefix(
    state,
    () => '- ',
    (text) => /^\s*[-*+]\s/.test(text),
  );
