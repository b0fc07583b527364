import { EditorSelection, type EditorState, type Line, type TransactionSpec } from '@codemirror/state';

import { listLine } from '../notation/listLine';
import { wordsStart } from '../notation/wordsStart';
import { outdent } from './indentation';

/**
 * Backspace before the first word of a heading, an item or a quotation takes the formatting away, as in any word processor:
 * one level of a list at a time, and then the words are a paragraph of their own.
 */
export function plainAgain(state: EditorState): TransactionSpec | null {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  if (!empty || state.selection.ranges.length > 1) return null;
  const words = wordsStart(state, line);
  if (words === line.from || head !== words) return null;
  const list = listLine(state, line);
  if (list && !list.mark) return join(state, line, words);
  if (list && list.depth > 1) return outdent(state);
  return paragraph(state, line, words);
}

/** Words that go on with an item have no mark of their own to lose: they go on with what is above. */
function join(state: EditorState, line: Line, words: number): TransactionSpec {
  const end = state.sliceDoc(0, line.from).trimEnd().length;
  return {
    changes: { from: end, to: words },
    selection: EditorSelection.cursor(end),
    userEvent: 'delete.backward',
    scrollIntoView: true,
  };
}

/** The line without its marks, apart from its neighbours: touching them, it would go on with what they are. */
function paragraph(state: EditorState, line: Line, words: number): TransactionSpec {
  const { doc } = state;
  const before = line.number > 1 && doc.line(line.number - 1).text.trim() !== '' ? '\n' : '';
  const after = line.number < doc.lines && doc.line(line.number + 1).text.trim() !== '' ? '\n' : '';
  return {
    changes: [
      { from: line.from, to: words, insert: before },
      { from: line.to, insert: after },
    ],
    selection: EditorSelection.cursor(line.from + before.length),
    userEvent: 'delete.format',
    scrollIntoView: true,
  };
}
