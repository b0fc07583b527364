import type { EditorState, TransactionSpec } from '@codemirror/state';

import { calloutLine, quotationAt } from '../callouts';
import { callout } from './callout';
import { togglePrefix } from './lines';

/** In a callout, which is a quotation in the text, this takes the box away. */
export function quotation(state: EditorState): TransactionSpec {
  const around = quotationAt(state, state.selection.main.from);
  const box = around && calloutLine(state.doc.lineAt(around.from));
  if (box) return callout(state, box.kind);
  return togglePrefix(
    state,
    () => '> ',
    (text) => /^\s*>/.test(text),
  );
}
