import type { EditorState, TransactionSpec } from '@codemirror/state';

import { wordsStart } from '../notation/wordsStart';
import { treeAsFarAs } from '../tree';

/** Delete at the end of a line brings up the words below without their marks: the reverse of Enter. */
export function joinNext(state: EditorState): TransactionSpec | null {
  const { head, empty } = state.selection.main;
  const { doc } = state;
  const line = doc.lineAt(head);
  if (!empty || head !== line.to || line.text.trim() === '' || line.number === doc.lines) return null;
  if (treeAsFarAs(state, head).resolveInner(head, -1).name.startsWith('Code')) return null;
  const next = doc.line(line.number + 1);
  const empties = next.text.trim() === '' && next.number < doc.lines;
  const below = empties ? doc.line(next.number + 1) : next;
  if (below.text.trim() === '') return null;
  return {
    changes: { from: head, to: wordsStart(state, below) },
    userEvent: 'delete.forward',
    scrollIntoView: true,
  };
}
