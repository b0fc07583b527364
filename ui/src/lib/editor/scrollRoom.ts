// How far from the edges of what is seen the cursor stays: a line is seen whole, with room around it. A table and a picture have
// a bar of buttons besides, which takes room from the end of the text when one comes to them.

import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

import { pictureAt } from './pictureAt';
import { placeAt } from './table/table';

/** Pixels. */
const ROOM = 40;
const BAR = 72;

export function roomAround(state: EditorState): { top: number; bottom: number } {
  const hasBar = pictureAt(state) !== null || placeAt(state, state.selection.main.head, true) !== null;
  return { top: ROOM, bottom: hasBar ? BAR : ROOM };
}

export const scrollRoom = EditorView.scrollMargins.of(({ state }) => roomAround(state));
