import type { EditorState, TransactionSpec } from '@codemirror/state';

import { togglePrefix } from './lines';

export const quotation = (state: EditorState): TransactionSpec =>
  togglePrefix(
    state,
    () => '> ',
    (text) => /^\s*>/.test(text),
  );
