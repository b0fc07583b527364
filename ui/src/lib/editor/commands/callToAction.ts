import type { EditorState, TransactionSpec } from '@codemirror/state';

import { words } from '../../words';
import { apart } from './apart';

/** The practice's buttons below words of the author's, which are selected, to be written over. */
export function callToAction(state: EditorState): TransactionSpec {
  const { callToActionWords: asked } = words.insert;
  return apart(state, `[${asked}](practice:contact)`, { from: 1, to: 1 + asked.length });
}
