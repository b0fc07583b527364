// What stands before the words of a line in a list: its indentation, its mark, the space after it. All of it is drawn as a
// bullet or a number, and the cursor does not go there.

import type { EditorState, Line } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { treeAsFarAs } from '../tree';
import type { Span } from './span';

export interface ListLine {
  /** 1 for the items of a list that is in no other. */
  depth: number;
  /** From the indentation to the words; empty where there is nothing before the words. */
  prefix: Span;
  /** Nothing in a line that goes on with an item. */
  mark: (Span & { kind: 'bullet' | 'number' }) | null;
}

/** The marks of quotations around the list; what follows them. */
const QUOTED = /^(?:[ \t]*>)+ ?|/;

/** Nothing where the line is in no list. */
export function listLine(state: EditorState, line: Line): ListLine | null {
  const quoted = QUOTED.exec(line.text)?.[0].length ?? 0;
  const from = line.from + quoted;
  const rest = line.text.slice(quoted);
  const first = from + rest.length - rest.trimStart().length;
  const node = treeAsFarAs(state, line.to).resolveInner(first, 1);
  const depth = depthOf(node, 'ListItem');
  if (depth === 0 || first === line.to) return null;
  if (node.name === 'ListMark') return { depth, ...marked(state, line, node, from) };
  const code = depthOf(node, 'FencedCode') + depthOf(node, 'CodeBlock') > 0;
  return { depth, prefix: { from, to: code ? from : first }, mark: null };
}

function marked(state: EditorState, line: Line, node: SyntaxNode, from: number): Omit<ListLine, 'depth'> {
  const { from: start, to: end } = node;
  const space = /^[ \t]*/.exec(state.sliceDoc(end, line.to))?.[0].length ?? 0;
  // While the space is missing, this may yet become something else.
  if (space === 0) return { prefix: { from, to: from }, mark: null };
  const kind = node.parent?.parent?.name === 'OrderedList' ? 'number' : 'bullet';
  return { prefix: { from, to: end + space }, mark: { from: start, to: end, kind } };
}

/** How many nodes of this name there are around the node, itself counted. */
export function depthOf(node: SyntaxNode, name: string): number {
  let depth = 0;
  for (let around: SyntaxNode | null = node; around; around = around.parent) {
    if (around.name === name) depth += 1;
  }
  return depth;
}
