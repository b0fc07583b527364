// Which buttons of the toolbar are "on" where the cursor stands.

import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { pictureAt } from './pictureAt';

export type Format =
  | 'bold'
  | 'italic'
  | 'heading2'
  | 'heading3'
  | 'bulletedList'
  | 'numberedList'
  | 'quotation'
  | 'link'
  | 'table'
  | 'picture';

const formats: Record<string, Format> = {
  StrongEmphasis: 'bold',
  Emphasis: 'italic',
  ATXHeading2: 'heading2',
  ATXHeading3: 'heading3',
  BulletList: 'bulletedList',
  OrderedList: 'numberedList',
  Blockquote: 'quotation',
  Link: 'link',
  Table: 'table',
};

export function formatsAt(state: EditorState): Format[] {
  const found: Format[] = [];
  const { from, to } = state.selection.main;
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(from, from === to ? -1 : 1);
  for (; node; node = node.parent) {
    const format = formats[node.name];
    if (format && !found.includes(format) && node.to >= to) found.push(format);
  }
  if (pictureAt(state)) found.push('picture');
  return found;
}
