// Backspace behind a link whose marks are not shown takes off its last letter, as in a word processor, and not a mark.

import { findClusterBreak, type EditorState, type TransactionSpec } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { finishes, isFinished } from '../finished';
import { treeAsFarAs } from '../tree';

/** Words between marks. */
const STYLES = new Set(['StrongEmphasis', 'Emphasis', 'InlineCode', 'Strikethrough']);

export function shortenLink(state: EditorState): TransactionSpec | null {
  const { empty, head } = state.selection.main;
  if (!empty || !isFinished(state)) return null;
  const node = linkEndingAt(state, head);
  if (node === null) return null;
  const close = node.getChild('URL') ? node.getChildren('LinkMark')[1] : undefined;
  const letter = close ? lastLetter(state, node, close.from) : node;
  if (letter === null) return null;
  // A link of one letter goes, and so does the number of a source.
  const whole = letter.from <= node.from + 1;
  const changes = whole ? { from: node.from, to: node.to } : { from: letter.from, to: letter.to };
  const annotations = whole ? [] : [finishes.of(true)];
  return { changes, annotations, userEvent: 'delete.backward', scrollIntoView: true };
}

interface Letter {
  from: number;
  to: number;
}

/** What is seen last before `end` in words that may be bold or code, with the marks around it if it is all between them. */
function lastLetter(state: EditorState, words: SyntaxNode, end: number): Letter | null {
  const last = words.childBefore(end);
  if (last?.to !== end || last.name === 'LinkMark') {
    const start = last?.to ?? words.from;
    const text = state.sliceDoc(start, end);
    return text === '' ? null : { from: start + findClusterBreak(text, text.length, false), to: end };
  }
  if (last.name === 'Escape' || last.name === 'Entity') return last;
  if (!STYLES.has(last.name) || last.lastChild === null || last.firstChild === null) return null;
  const letter = lastLetter(state, last, last.lastChild.from);
  if (letter === null) return null;
  const before = state.sliceDoc(last.firstChild.to, letter.from);
  if (before.trim() === '') return last;
  // A space before the closing mark would end the style.
  return { from: letter.from - (before.length - before.trimEnd().length), to: letter.to };
}

function linkEndingAt(state: EditorState, position: number): SyntaxNode | null {
  let node: SyntaxNode | null = treeAsFarAs(state, position).resolveInner(position, -1);
  for (; node; node = node.parent) if (node.name === 'Link' && node.to === position) return node;
  return null;
}
