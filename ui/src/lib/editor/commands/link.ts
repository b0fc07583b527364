import { ensureSyntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { completeAddress } from '../notation/address';
import { escapeBrackets, escapeDestination } from '../notation/escape';

export interface LinkTarget {
  from: number;
  to: number;
  words: string;
  destination: string;
}

/** What a link made now would replace: the link at the cursor, the selected words, or the word at the cursor. */
export function linkTarget(state: EditorState): LinkTarget {
  const range = state.selection.main;
  const existing = linkAround(state, range.from, range.to);
  if (existing) return existing;
  const { from, to } = range.empty ? (state.wordAt(range.head) ?? range) : range;
  return { from, to, words: state.sliceDoc(from, to).replaceAll(/\s+/g, ' ').trim(), destination: '' };
}

/** Puts a link in the place of `target`. Without words it shows its own address. */
export function link(target: LinkTarget): TransactionSpec {
  const destination = completeAddress(target.destination);
  const words = escapeBrackets(target.words) || escapeBrackets(target.destination);
  const insert = `[${words}](${escapeDestination(destination)})`;
  return {
    changes: { from: target.from, to: target.to, insert },
    selection: EditorSelection.cursor(target.from + insert.length),
    userEvent: 'input.format',
    scrollIntoView: true,
  };
}

/** Keeps the words and takes the link away. */
export function unlink(target: LinkTarget): TransactionSpec {
  return {
    changes: { from: target.from, to: target.to, insert: target.words },
    selection: EditorSelection.cursor(target.from + target.words.length),
    userEvent: 'input.format',
  };
}

function linkAround(state: EditorState, from: number, to: number): LinkTarget | null {
  const tree = ensureSyntaxTree(state, to, 50);
  for (const side of [1, -1] as const) {
    let node: SyntaxNode | null = tree?.resolveInner(from, side) ?? null;
    for (; node; node = node.parent) {
      if (node.name !== 'Link' || node.from > from || node.to < to) continue;
      const url = node.getChild('URL');
      const close = node.getChildren('LinkMark')[1];
      if (!url || !close) return null;
      return {
        from: node.from,
        to: node.to,
        words: state.sliceDoc(node.from + 1, close.from),
        destination: state.sliceDoc(url.from, url.to),
      };
    }
  }
  return null;
}
