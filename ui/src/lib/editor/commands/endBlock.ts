import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

import { listLine } from '../notation/listLine';
import { wordsStart } from '../notation/wordsStart';
import { plainAgain } from './plainAgain';

/** Enter in an item or a line of a quotation without words: that was the last one. A level less, or a paragraph. */
export function endBlock(state: EditorState): TransactionSpec | null {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  const words = wordsStart(state, line);
  if (!empty || words === line.from || state.sliceDoc(words, line.to).trim() !== '') return null;
  if (!listLine(state, line) && !line.text.trimStart().startsWith('>')) return null;
  const at = state.update({ selection: EditorSelection.cursor(words) }).state;
  return plainAgain(at);
}
