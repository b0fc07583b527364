import type { EditorState, TransactionSpec } from '@codemirror/state';

import { words } from '../../words';
import { apart } from './apart';

/** A smaller heading that asks, and its answer. The question is selected, to be written over. */
export function question(state: EditorState): TransactionSpec {
  const { question: asked, answer } = words.insert.questions;
  return apart(state, `### ${asked}\n\n${answer}`, { from: 4, to: 4 + asked.length });
}
