// A table and a picture have a bar of buttons, which lies over the end of the text that is seen.

import { EditorView } from '@codemirror/view';

import { pictureAt } from './pictureAt';
import { placeAt } from './table/table';

/** Pixels. */
const BAR = 72;

/** The cursor does not go below the bar. */
export const barMargin = EditorView.scrollMargins.of(({ state }) => {
  const hasBar = pictureAt(state) !== null || placeAt(state, state.selection.main.head, true) !== null;
  return hasBar ? { bottom: BAR } : null;
});
