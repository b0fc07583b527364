import { EditorSelection, type EditorState, type Line, type TransactionSpec } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { type CalloutKind, calloutLine, quotationAt } from '../callouts';
import { isOfTable } from '../table/table';
import { apart } from './apart';
import { selectedLines } from './lines';

const MARKS: Record<CalloutKind, string> = { note: '[!NOTE]', important: '[!IMPORTANT]', call: '[!CALL]' };

/**
 * A callout for new words, or around the selected lines if no table is among them. In a quotation it makes that a callout, in a callout of another kind
 * one of this kind, and in one of this kind plain paragraphs.
 */
export function callout(state: EditorState, kind: CalloutKind): TransactionSpec {
  const { main } = state.selection;
  const quotation = quotationAt(state, main.from);
  if (quotation) return changeKind(state, quotation, kind);
  const lines = selectedLines(state);
  if (!main.empty && !lines.some((line) => isOfTable(state, line))) return around(state, kind, lines);
  const block = `> ${MARKS[kind]}\n> `;
  return apart(state, block, { from: block.length });
}

function changeKind(state: EditorState, quotation: SyntaxNode, kind: CalloutKind): TransactionSpec {
  const first = state.doc.lineAt(quotation.from);
  const now = calloutLine(first);
  const format = { userEvent: 'input.format', scrollIntoView: true };
  if (now === null) {
    const quoted = /^[ \t]*>[ \t]?/.exec(first.text)?.[0] ?? '> ';
    const at = first.from + quoted.length;
    return { changes: { from: at, insert: `${MARKS[kind]}\n${quoted}` }, ...format };
  }
  if (now.kind === kind) return plain(state, quotation, first);
  const rest = now.hasWords ? ' ' : '';
  return { changes: { from: now.from, to: now.to, insert: MARKS[kind] + rest }, ...format };
}

/** Takes the marks away, and the line that has nothing but the mark of the callout. */
function plain(state: EditorState, quotation: SyntaxNode, first: Line): TransactionSpec {
  const mark = calloutLine(first);
  const changes: { from: number; to: number }[] = [];
  const last = state.doc.lineAt(quotation.to).number;
  for (let number = first.number; number <= last; number += 1) {
    const line = state.doc.line(number);
    const quoted = /^[ \t]*>[ \t]?/.exec(line.text)?.[0].length ?? 0;
    if (number > first.number || !mark) changes.push({ from: line.from, to: line.from + quoted });
    else if (mark.hasWords) changes.push({ from: line.from, to: mark.to });
    else changes.push({ from: line.from, to: Math.min(line.to + 1, state.doc.length) });
  }
  return { changes, userEvent: 'input.format', scrollIntoView: true };
}

function around(state: EditorState, kind: CalloutKind, lines: readonly Line[]): TransactionSpec {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return {};
  const quoted = lines.map(({ text }) => (text.trim() === '' ? '>' : `> ${text}`));
  const beside = (number: number) =>
    number >= 1 && number <= state.doc.lines && state.doc.line(number).text.trim() !== '' ? '\n' : '';
  const lead = beside(first.number - 1);
  const insert = `${lead}> ${MARKS[kind]}\n${quoted.join('\n')}`;
  return {
    changes: { from: first.from, to: last.to, insert: insert + beside(last.number + 1) },
    selection: EditorSelection.cursor(first.from + insert.length),
    userEvent: 'input.format',
    scrollIntoView: true,
  };
}
