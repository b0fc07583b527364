import type { EditorState, TransactionSpec } from '@codemirror/state';

import { toggleInline } from './inline';

export const italic = (state: EditorState): TransactionSpec =>
  toggleInline(state, { mark: '*', node: 'Emphasis' });
