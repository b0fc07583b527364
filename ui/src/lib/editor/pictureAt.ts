import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { type Figure, figureOf } from './figure';
import { isAlone } from './notation/alone';
import { titleText, withoutEscapes } from './notation/escape';

/** A picture of the library that is all of its line. */
export interface PlacedPicture {
  from: number;
  to: number;
  reference: string;
  /** Without escapes. */
  alt: string;
  figure: Figure;
}

/** The picture in whose line the cursor is, or that is selected. */
export function pictureAt(state: EditorState): PlacedPicture | null {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  if (to > line.to) return null;
  const start = line.from + line.text.length - line.text.trimStart().length;
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(start, 1);
  while (node && node.name !== 'Image') node = node.parent;
  return node && isAlone(state, node) ? placed(state, node) : null;
}

function placed(state: EditorState, node: SyntaxNode): PlacedPicture | null {
  const [open, close] = node.getChildren('LinkMark');
  const [url, title] = [node.getChild('URL'), node.getChild('LinkTitle')];
  if (!open || !close || !url) return null;
  const reference = state.sliceDoc(url.from, url.to);
  if (!reference.startsWith('picture:')) return null;
  return {
    from: node.from,
    to: node.to,
    reference,
    alt: withoutEscapes(state.sliceDoc(open.to, close.from)),
    figure: figureOf(title ? titleText(state.sliceDoc(title.from, title.to)) : ''),
  };
}
