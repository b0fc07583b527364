// Callouts: quotations whose first line says what they are. `callout.rs` reads the same marks for the page.

import type { EditorState, Line } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import type { words } from '../words';
import { treeAsFarAs } from './tree';

export type CalloutKind = keyof typeof words.callouts;

/** GitHub's other marks count as the nearest of ours. */
const KINDS: Partial<Record<string, CalloutKind>> = {
  NOTE: 'note',
  TIP: 'note',
  IMPORTANT: 'important',
  WARNING: 'important',
  CAUTION: 'important',
  CALL: 'call',
};

const MARK = /^([ \t]*>[ \t]*)\[!([A-Za-z]+)\][ \t]*/;

export interface CalloutLine {
  kind: CalloutKind;
  /** Where the mark begins and ends, with the space after it. */
  from: number;
  to: number;
  /** Words that follow the mark in its line. */
  hasWords: boolean;
}

/** The mark in the first line of a quotation; nothing for a quotation that is no callout. */
export function calloutLine(line: Pick<Line, 'from' | 'to' | 'text'>): CalloutLine | null {
  const [all = '', quoted = '', name = ''] = MARK.exec(line.text) ?? [];
  const kind = KINDS[name.toUpperCase()];
  if (!kind) return null;
  const end = line.from + all.length;
  return { kind, from: line.from + quoted.length, to: end, hasWords: end < line.to };
}

/** The outermost quotation at the cursor. */
export function quotationAt(state: EditorState, position: number): SyntaxNode | null {
  const line = state.doc.lineAt(position);
  const words = line.from + line.text.search(/\S|$/);
  let node: SyntaxNode | null = treeAsFarAs(state, line.to).resolveInner(words, 1);
  let found: SyntaxNode | null = null;
  for (; node; node = node.parent) if (node.name === 'Blockquote') found = node;
  return found;
}
