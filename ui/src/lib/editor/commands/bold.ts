import type { EditorState, TransactionSpec } from '@codemirror/state';

import { toggleInline } from './inline';

export const bold = (state: EditorState): TransactionSpec =>
  toggleInline(state, { mark: '**', node: 'StrongEmphasis' });
