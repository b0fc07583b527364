import { EditorSelection, type EditorState, type Line, type TransactionSpec } from '@codemirror/state';

import { wordsStart } from '../notation/wordsStart';
import { treeAsFarAs } from '../tree';

const PLAIN = new Set(['Document', 'Paragraph', 'ATXHeading1', 'ATXHeading2', 'ATXHeading3', 'ATXHeading4']);

/**
 * Enter begins a paragraph, as in any word processor: Markdown wants an empty line between two. In lists, quotations and
 * code, and where the line is empty already, this leaves the key to others.
 */
export function newParagraph(state: EditorState): TransactionSpec | null {
  const range = state.selection.main;
  const line = state.doc.lineAt(range.from);
  if (state.selection.ranges.length > 1 || line.text.trim() === '' || range.from === line.from) return null;
  for (let node = treeAsFarAs(state, range.from).resolveInner(range.from, -1); ;) {
    if (node.parent === null) break;
    if (node.parent.name === 'Document' && !PLAIN.has(node.name)) return null;
    node = node.parent;
  }
  const words = wordsStart(state, line);
  if (range.to <= words && words > line.from) return paragraphAbove(line);
  // What is split off begins with a word, not with the space that stood before it.
  const rest = state.sliceDoc(range.to, state.doc.lineAt(range.to).to);
  const to = range.to + rest.length - rest.trimStart().length;
  return {
    changes: { from: range.from, to, insert: '\n\n' },
    selection: EditorSelection.cursor(range.from + 2),
    userEvent: 'input',
    scrollIntoView: true,
  };
}

/** Before the first word of a heading: the heading moves down as it is. */
function paragraphAbove({ from }: Line): TransactionSpec {
  return { changes: { from, insert: '\n\n' }, userEvent: 'input', scrollIntoView: true };
}

/** Backspace at the beginning of a paragraph joins it to the one before: the reverse of `newParagraph`. */
export function joinParagraph(state: EditorState): TransactionSpec | null {
  const range = state.selection.main;
  const line = state.doc.lineAt(range.head);
  if (!range.empty || range.head !== line.from || line.number < 3) return null;
  const blank = state.doc.line(line.number - 1);
  const before = state.doc.line(line.number - 2);
  if (blank.text !== '' || before.text.trim() === '') return null;
  return {
    changes: { from: before.to, to: line.from },
    selection: EditorSelection.cursor(before.to),
    userEvent: 'delete.backward',
    scrollIntoView: true,
  };
}
