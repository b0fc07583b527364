// Something that stands apart from what is around it: between empty lines, after the block in which the cursor is.

import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

import type { Span } from '../notation/span';
import { treeAsFarAs } from '../tree';

/** What is selected in the inserted text afterwards, counted from its beginning. Without `to`, the cursor stands there. */
export interface Selected {
  from: number;
  to?: number;
}

export function apart(state: EditorState, block: string, selected: Selected): TransactionSpec {
  const position = placeApart(state);
  const before = state.sliceDoc(Math.max(0, position - 2), position);
  const after = state.sliceDoc(position, position + 2);
  const lead = position === 0 || before === '\n\n' ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = after === '\n\n' ? '' : after.startsWith('\n') ? '\n' : after === '' ? '\n' : '\n\n';
  const start = position + lead.length;
  return {
    changes: { from: position, insert: lead + block + trail },
    selection: EditorSelection.range(start + selected.from, start + (selected.to ?? selected.from)),
    userEvent: 'input.insert',
    scrollIntoView: true,
  };
}

/** The outermost block at this place, in whole lines; nothing where the line is empty. */
export function blockAt(state: EditorState, position: number): Span | null {
  const line = state.doc.lineAt(position);
  let node = treeAsFarAs(state, line.to).resolveInner(line.from + line.text.search(/\S|$/), 1);
  while (node.parent && node.parent.name !== 'Document') node = node.parent;
  if (node.name !== 'Document') {
    return { from: state.doc.lineAt(node.from).from, to: state.doc.lineAt(Math.max(node.to, line.from)).to };
  }
  return line.text.trim() === '' ? null : line;
}

/** The end of the block that the cursor is in, or its own line where that is empty. */
function placeApart(state: EditorState): number {
  const { to } = state.selection.main;
  return blockAt(state, to)?.to ?? state.doc.lineAt(to).from;
}
