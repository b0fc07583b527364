import type { EditorState, TransactionSpec } from '@codemirror/state';

import { words } from '../../words';
import { apart } from './apart';

/** Two steps: a numbered list whose items begin in bold. The name of the first is selected, to be written over. */
export function steps(state: EditorState): TransactionSpec {
  const { first, second, how } = words.insert.steps;
  const block = `1. **${first}** ${how}\n2. **${second}** ${how}`;
  return apart(state, block, { from: 5, to: 5 + first.length });
}
