// Where the cursor may stand. Before a bullet, it would break the list with the next key; a click beside a picture, a heading
// or a quotation means its words.

import { EditorSelection, EditorState, type Extension, type SelectionRange } from '@codemirror/state';

import { listLine } from '../notation/listLine';
import { placeInTable } from '../table/move';
import { isAlone } from '../notation/alone';
import { wordsStart } from '../notation/wordsStart';
import { treeAsFarAs } from '../tree';

/** Where a cursor belongs that was put at `position`, coming from `before`. */
export function cursorPlace(
  state: EditorState,
  position: number,
  clicked: boolean,
  before = position,
): number {
  const inTable = placeInTable(state, position, before);
  if (inTable !== null) return inTable;
  const line = state.doc.lineAt(position);
  const prefix = listLine(state, line)?.prefix;
  if (prefix && position >= prefix.from && position < prefix.to) return prefix.to;
  if (!clicked) return position;
  return besidePicture(state, position) ?? Math.max(position, wordsStart(state, line));
}

/** The end of the description of the picture that is all of this line, for a click beside the words. */
function besidePicture(state: EditorState, position: number): number | null {
  const line = state.doc.lineAt(position);
  for (let node = treeAsFarAs(state, line.to).resolveInner(line.from, 1); node.parent; node = node.parent) {
    if (node.name !== 'Image' || !isAlone(state, node)) continue;
    const [open, close] = node.getChildren('LinkMark');
    if (!open || !close || (position >= open.to && position <= close.from)) return null;
    return position === node.from || position >= node.to ? close.from : null;
  }
  return null;
}

function moved(range: SelectionRange, to: number): SelectionRange {
  return EditorSelection.cursor(to, range.assoc, range.bidiLevel ?? undefined, range.goalColumn);
}

/** Only for a cursor that moves: a selection may reach anywhere, and a change knows where it leaves the cursor. */
export const keepCursor: Extension = EditorState.transactionFilter.of((transaction) => {
  const { selection, docChanged, startState } = transaction;
  if (!selection || docChanged || selection.ranges.length > 1 || !selection.main.empty) return transaction;
  const { head } = selection.main;
  const clicked = transaction.isUserEvent('select.pointer');
  const place = cursorPlace(startState, head, clicked, startState.selection.main.head);
  if (place === head) return transaction;
  return [transaction, { selection: moved(selection.main, place), sequential: true }];
});
