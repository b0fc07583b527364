import type { EditorState, TransactionSpec } from '@codemirror/state';

import { togglePrefix } from './lines';

export const numberedList = (state: EditorState): TransactionSpec =>
  togglePrefix(
    state,
    (index) => `${index + 1}. `,
    (text) => /^\s*\d{1,9}[.)]\s/.test(text),
  );
