// Typing, pasting and dropping in a table keep its walls: a bar is only a bar, and words that are put over those of several
// cells leave the cells.

import { isolateHistory } from '@codemirror/commands';
import { EditorState, type Extension, Transaction, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

import type { Span } from '../notation/span';
import { inCell } from './inCell';
import { removeSelected } from './remove';
import { placeAt } from './table';

const bar = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view;
  const place = text === '|' && from === to ? placeAt(state, from) : null;
  if (!place || state.sliceDoc(from - 1, from) === '\\') return false;
  // Who writes the bars of a new row by hand may do so.
  const width = place.table.rows[0]?.cells.length ?? 0;
  if ((place.table.rows[place.row]?.cells.length ?? 0) < width) return false;
  view.dispatch({
    changes: { from, insert: '\\|' },
    selection: { anchor: from + 2 },
    userEvent: 'input.type',
    scrollIntoView: true,
  });
  return true;
});

/** What may take the place of what is selected in several cells, or take it away. */
const OVER = ['input.type', 'input.paste', 'delete.cut', 'move.drop'];
/** What brings words along that were not written for a cell. */
const BROUGHT = ['input.paste', 'input.drop', 'move.drop'];

const isOne = (transaction: Transaction, events: readonly string[]) =>
  events.some((event) => transaction.isUserEvent(event));

/** Cutting, dragging away, typing or pasting over what is selected in several cells, and what comes into one. */
const overCells = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged) return transaction;
  const { startState } = transaction;
  const over = !startState.selection.main.empty && isOne(transaction, OVER);
  const removed = over ? removeSelected(startState) : null;
  if (removed !== null) return [removed, instead(transaction, removed)];
  return isOne(transaction, BROUGHT) ? (flat(transaction) ?? transaction) : transaction;
});

/** What was to stand where words were removed, or, if it was dragged, where it was dropped. */
function instead(transaction: Transaction, removed: TransactionSpec): TransactionSpec {
  const inserted = piecesOf(transaction).filter(({ insert }) => insert !== '');
  const { state, changes } = transaction.startState.update({ ...removed, filter: false });
  const dropped = transaction.isUserEvent('move.drop') ? inserted[0] : undefined;
  const at = dropped ? changes.mapPos(dropped.from) : state.selection.main.head;
  const text = inserted.map(({ insert }) => insert).join('');
  const insert = isOne(transaction, BROUGHT) ? fitting(state, { from: at, to: at }, text) : text;
  return {
    changes: { from: at, insert },
    selection: { anchor: at + insert.length },
    annotations: isolated(transaction),
    sequential: true,
  };
}

/** The same with every text as its cell can hold it; nothing where there is nothing to change. */
function flat(transaction: Transaction): TransactionSpec | null {
  const { startState } = transaction;
  const pieces = piecesOf(transaction);
  const fit = pieces.map((piece) => ({ ...piece, insert: fitting(startState, piece, piece.insert) }));
  if (fit.every(({ insert }, index) => insert === pieces[index]?.insert)) return null;
  const changes = startState.changes(fit);
  return {
    changes,
    selection: { anchor: changes.mapPos(fit.find(({ insert }) => insert !== '')?.to ?? 0, 1) },
    annotations: [
      Transaction.userEvent.of(transaction.annotation(Transaction.userEvent) ?? 'input'),
      ...isolated(transaction),
    ],
    scrollIntoView: true,
  };
}

/** What takes the place of a whole table, or comes into none, stays as it is. */
function fitting(state: EditorState, { from, to }: Span, text: string): string {
  if (!/\n|(?<!\\)\|/.test(text)) return text;
  const table = placeAt(state, from)?.table;
  return !table || (from <= table.from && to >= table.to) ? text : inCell(text);
}

function piecesOf({ changes }: Transaction): (Span & { insert: string })[] {
  const pieces: (Span & { insert: string })[] = [];
  changes.iterChanges((from, to, _from, _to, inserted) =>
    pieces.push({ from, to, insert: inserted.toString() }),
  );
  return pieces;
}

/** A paste is one step of undo, apart from what was typed. */
const isolated = (transaction: Transaction) =>
  transaction.isUserEvent('input.paste') ? [isolateHistory.of('full')] : [];

export const typeInTable: Extension = [bar, overCells];
