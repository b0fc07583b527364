import type { EditorState, TransactionSpec } from '@codemirror/state';

import { calloutLine, quotationAt } from '../callouts';
import { isOfTable } from '../table/table';
import { apart } from './apart';
import { callout } from './callout';
import { selectedLines, togglePrefix } from './lines';

/** In a callout, which is a quotation in the text, this takes the box away. In a table, it begins one after it. */
export function quotation(state: EditorState): TransactionSpec {
  const around = quotationAt(state, state.selection.main.from);
  const box = around && calloutLine(state.doc.lineAt(around.from));
  if (box) return callout(state, box.kind);
  if (selectedLines(state).every((line) => isOfTable(state, line))) return apart(state, '> ', { from: 2 });
  return togglePrefix(
    state,
    () => '> ',
    (text) => /^\s*>/.test(text),
  );
}
