import { EditorSelection, type EditorState, type Line, type TransactionSpec } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { isAlone } from '../notation/alone';
import { treeAsFarAs } from '../tree';

/** The picture that is all of the line. */
function pictureOf(state: EditorState, line: Line): SyntaxNode | null {
  const start = line.from + line.text.length - line.text.trimStart().length;
  let node: SyntaxNode | null = treeAsFarAs(state, start + 1).resolveInner(start, 1);
  while (node && node.name !== 'Image') node = node.parent;
  return node && isAlone(state, node) ? node : null;
}

/** Backspace behind a picture takes all of it; before the paragraph below, it selects the picture first. */
export function deletePicture(state: EditorState): TransactionSpec | null {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  if (!empty) return null;
  const here = pictureOf(state, line);
  if (here && head === here.to) return remove(here);
  if (head !== line.from || line.number === 1) return null;
  const above = lineAbove(state, line);
  const picture = above && pictureOf(state, above);
  if (!picture) return null;
  return {
    selection: EditorSelection.range(picture.from, picture.to),
    userEvent: 'select',
    scrollIntoView: true,
  };
}

/** Enter in the description of a picture begins the paragraph after it: a description is one line. */
export function leavePicture(state: EditorState): TransactionSpec | null {
  const line = state.doc.lineAt(state.selection.main.head);
  const picture = pictureOf(state, line);
  if (!picture || !state.selection.main.empty) return null;
  return {
    changes: { from: line.to, insert: '\n\n' },
    selection: EditorSelection.cursor(line.to + 2),
    userEvent: 'input',
    scrollIntoView: true,
  };
}

function remove({ from, to }: SyntaxNode): TransactionSpec {
  return { changes: { from, to }, userEvent: 'delete.picture', scrollIntoView: true };
}

/** The nearest line above with something in it, if no more than one empty line is between. */
function lineAbove(state: EditorState, line: Line): Line | null {
  const above = state.doc.line(line.number - 1);
  if (above.text.trim() !== '') return above;
  return above.number > 1 ? state.doc.line(above.number - 1) : null;
}
