// Backspace behind a link whose marks are not shown takes off its last letter, as in a word processor, and not a mark.

import { findClusterBreak, type EditorState, type TransactionSpec } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { finishes, isFinished } from '../finished';
import { treeAsFarAs } from '../tree';

export function shortenLink(state: EditorState): TransactionSpec | null {
  const { empty, head } = state.selection.main;
  if (!empty || !isFinished(state)) return null;
  const node = linkEndingAt(state, head);
  if (node === null) return null;
  const close = node.getChild('URL') ? node.getChildren('LinkMark')[1] : undefined;
  const from = node.from + 1;
  const words = close ? state.sliceDoc(from, close.from) : '';
  const last = findClusterBreak(words, words.length, false);
  // A link of one letter goes, and so does the number of a source.
  const whole = last === 0;
  const changes =
    whole || !close ? { from: node.from, to: node.to } : { from: from + last, to: from + words.length };
  const annotations = whole ? [] : [finishes.of(true)];
  return { changes, annotations, userEvent: 'delete.backward', scrollIntoView: true };
}

function linkEndingAt(state: EditorState, position: number): SyntaxNode | null {
  let node: SyntaxNode | null = treeAsFarAs(state, position).resolveInner(position, -1);
  for (; node; node = node.parent) if (node.name === 'Link' && node.to === position) return node;
  return null;
}
