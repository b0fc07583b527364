import { ensureSyntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { finishes } from '../finished';
import { completeAddress } from '../notation/address';
import { escapeBrackets, escapeDestination, protectBrackets, withoutEscapes } from '../notation/escape';
import { inOneBlock } from './oneBlock';

export interface LinkTarget {
  from: number;
  to: number;
  /** As somebody reads them. */
  words: string;
  /** The same as they stand in the text. */
  source: string;
  destination: string;
}

/**
 * What a link made now would replace: the link at the cursor, the selected words, or the word at the cursor. Of a selection
 * over several blocks only what is of the first.
 */
export function linkTarget(state: EditorState): LinkTarget {
  const range = state.selection.main;
  const existing = linkAround(state, range.from, range.to);
  if (existing) return existing;
  const { from, to } = range.empty ? (state.wordAt(range.head) ?? range) : inOneBlock(state, range);
  return { from, to, ...worded(state.sliceDoc(from, to)), destination: '' };
}

/** Words of the text with which a link can be made. */
export function worded(source: string): Pick<LinkTarget, 'words' | 'source'> {
  return { source, words: withoutEscapes(source.replaceAll(/\s+/g, ' ').trim()) };
}

/** Puts a link in the place of `target`. Without words it shows its own address. */
export function link(target: LinkTarget): TransactionSpec {
  const destination = completeAddress(target.destination);
  // Words that nobody changed keep their marks and escapes.
  const same = target.words === worded(target.source).words;
  const words = same ? protectBrackets(target.source) : escapeBrackets(target.words);
  const insert = `[${words || escapeBrackets(target.destination)}](${escapeDestination(destination)})`;
  return {
    changes: { from: target.from, to: target.to, insert },
    selection: EditorSelection.cursor(target.from + insert.length),
    userEvent: 'input.format',
    scrollIntoView: true,
    annotations: finishes.of(true),
  };
}

/** Keeps the words and takes the link away. */
export function unlink({ from, to, source }: LinkTarget): TransactionSpec {
  return {
    changes: { from, to, insert: source },
    selection: EditorSelection.cursor(from + source.length),
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
        ...worded(state.sliceDoc(node.from + 1, close.from)),
        destination: state.sliceDoc(url.from, url.to),
      };
    }
  }
  return null;
}
