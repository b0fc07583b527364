// Where the words of a line begin, after its marks.

import type { EditorState, Line } from '@codemirror/state';

import { treeAsFarAs } from '../tree';
import { depthOf, listLine } from './listLine';

const QUOTED = /^(?:[ \t]*>)+ ?/;
const HEADING = /^ {0,3}#{1,6}[ \t]+/;

export function wordsStart(state: EditorState, line: Line): number {
  const list = listLine(state, line);
  if (list && list.prefix.to > line.from) return list.prefix.to;
  const node = treeAsFarAs(state, line.to).resolveInner(line.from, 1);
  if (depthOf(node, 'FencedCode') + depthOf(node, 'CodeBlock') > 0) return line.from;
  const marks = node.name === 'HeaderMark' ? HEADING : QUOTED;
  return line.from + (marks.exec(line.text)?.[0].length ?? 0);
}
