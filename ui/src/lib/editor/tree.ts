import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { Tree } from '@lezer/common';

/** Milliseconds that a key may wait for the parser: nobody sees them. */
const PATIENCE = 50;

/**
 * The syntax of the text as far as `to`. A key may come before the parser has read what was changed last; without this it
 * would do something else on a slow computer.
 */
export function treeAsFarAs(state: EditorState, to: number): Tree {
  return ensureSyntaxTree(state, to, PATIENCE) ?? syntaxTree(state);
}
