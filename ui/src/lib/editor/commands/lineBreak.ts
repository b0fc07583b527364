// A new line within a paragraph. A bare end of line is only a space on the page: a backslash before it makes it count.

import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

import { endsWithBreak } from '../notation/lineBreak';
import { wordsStart } from '../notation/wordsStart';
import { newParagraph } from './newParagraph';
import { treeAsFarAs } from '../tree';

/** What may stand before the words of a line that goes on with the one above. */
const INDENTATION = /^[\s>]*/;

/** Shift+Enter. Where nothing stands before the cursor, and in code and tables, this leaves the key to others. */
export function lineBreak(state: EditorState): TransactionSpec | null {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  const words = wordsStart(state, line);
  if (state.selection.ranges.length > 1 || state.sliceDoc(words, from).trim() === '') return null;
  for (let node = treeAsFarAs(state, from).resolveInner(from, -1); node.parent; node = node.parent) {
    if (node.name.includes('Heading')) return newParagraph(state);
    if (/Code(?!Mark)|Table/.test(node.name)) return null;
  }
  const prefix = state.sliceDoc(line.from, words).replaceAll(/[^\s>]/g, ' ');
  const rest = state.sliceDoc(to, state.doc.lineAt(to).to);
  const mark = endsWithBreak(state.sliceDoc(line.from, from)) ? '' : '\\';
  const insert = `${mark}\n${prefix}`;
  return {
    changes: { from, to: to + rest.length - rest.trimStart().length, insert },
    selection: EditorSelection.cursor(from + insert.length),
    userEvent: 'input',
    scrollIntoView: true,
  };
}

/** Enter right after Shift+Enter: a paragraph after all. Goes back to before the break, for Enter to do its work there. */
export function takeBreakBack(state: EditorState): TransactionSpec | null {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  if (!empty || line.number === 1 || INDENTATION.exec(line.text)?.[0] !== line.text) return null;
  const above = state.doc.line(line.number - 1);
  if (!endsWithBreak(above.text)) return null;
  return {
    changes: { from: above.to - 1, to: line.to },
    selection: EditorSelection.cursor(above.to - 1),
    userEvent: 'input',
  };
}

/** Backspace at the beginning of a line after a break takes the whole break away. */
export function joinAbove(state: EditorState): TransactionSpec | null {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  const before = state.sliceDoc(line.from, head);
  if (!empty || line.number === 1 || INDENTATION.exec(before)?.[0] !== before) return null;
  const above = state.doc.line(line.number - 1);
  if (!endsWithBreak(above.text)) return null;
  return {
    changes: { from: above.to - 1, to: head },
    selection: EditorSelection.cursor(above.to - 1),
    userEvent: 'delete.backward',
    scrollIntoView: true,
  };
}

/** Delete before a break, on either side of its backslash, takes the whole break away. */
export function joinBelow(state: EditorState): TransactionSpec | null {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  if (!empty || head < line.to - 1 || !endsWithBreak(line.text) || line.number === state.doc.lines)
    return null;
  const below = state.doc.line(line.number + 1);
  if (below.text.trim() === '') return null;
  return {
    changes: { from: line.to - 1, to: below.from + (INDENTATION.exec(below.text)?.[0].length ?? 0) },
    selection: EditorSelection.cursor(line.to - 1),
    userEvent: 'delete.forward',
    scrollIntoView: true,
  };
}
