// Paragraphs within a quotation or a callout, with the keys that make and join paragraphs elsewhere.

import { EditorSelection, type EditorState, type Line, type TransactionSpec } from '@codemirror/state';

import { calloutLine, quotationAt } from '../callouts';
import { listLine } from '../notation/listLine';
import { wordsStart } from '../notation/wordsStart';

const EMPTY = /^[ \t]*>[ \t]*$/;

/** Enter: a paragraph of the same quotation; in an empty one, the paragraph after the quotation. */
export function newQuotedParagraph(state: EditorState): TransactionSpec | null {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  if (!isPlain(state, line)) return null;
  if (EMPTY.test(line.text)) return leave(state, line);
  if (from < wordsStart(state, line)) return null;
  const rest = state.sliceDoc(to, state.doc.lineAt(to).to);
  const insert = '\n>\n> ';
  return {
    changes: { from, to: to + rest.length - rest.trimStart().length, insert },
    selection: EditorSelection.cursor(from + insert.length),
    userEvent: 'input',
    scrollIntoView: true,
  };
}

/** Backspace before the first word of a paragraph that follows another one in the same quotation joins the two. */
export function joinQuoted(state: EditorState): TransactionSpec | null {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  if (!empty || line.number < 2 || !isPlain(state, line) || head !== wordsStart(state, line)) return null;
  const only = emptyCallout(state, line);
  if (only || line.number < 3) return only;
  const [gap, above] = [state.doc.line(line.number - 1), state.doc.line(line.number - 2)];
  if (!EMPTY.test(gap.text) || EMPTY.test(above.text) || !above.text.trimStart().startsWith('>')) return null;
  return {
    changes: { from: above.to, to: head },
    selection: EditorSelection.cursor(above.to),
    userEvent: 'delete.backward',
    scrollIntoView: true,
  };
}

/** A callout without words is gone with its title. */
function emptyCallout(state: EditorState, line: Line): TransactionSpec | null {
  const title = state.doc.line(line.number - 1);
  const isLast = line.number === state.doc.lines || !/^[ \t]*>/.test(state.doc.line(line.number + 1).text);
  const callout = calloutLine(title);
  if (!EMPTY.test(line.text) || !isLast || callout === null || callout.hasWords) return null;
  return { changes: { from: title.from, to: line.to }, userEvent: 'delete.backward', scrollIntoView: true };
}

/** A line of a quotation that is in no list and in no other quotation. */
function isPlain(state: EditorState, line: Line): boolean {
  if (!/^[ \t]*>(?![ \t]*>)/.test(line.text) || listLine(state, line) !== null) return false;
  return quotationAt(state, line.from) !== null;
}

/** The empty lines at the end of the quotation go. In its middle, this leaves the key to others. */
function leave(state: EditorState, line: Line): TransactionSpec | null {
  const { doc } = state;
  if (
    line.number < doc.lines &&
    doc
      .line(line.number + 1)
      .text.trimStart()
      .startsWith('>')
  )
    return null;
  let first = line;
  while (first.number > 1 && EMPTY.test(doc.line(first.number - 1).text)) first = doc.line(first.number - 1);
  if (
    first.number === 1 ||
    !doc
      .line(first.number - 1)
      .text.trimStart()
      .startsWith('>')
  )
    return null;
  const from = doc.line(first.number - 1).to;
  return {
    changes: { from, to: line.to, insert: '\n\n' },
    selection: EditorSelection.cursor(from + 2),
    userEvent: 'input',
    scrollIntoView: true,
  };
}
