// Whether what a bar of buttons is for can be seen: the table or the picture where the cursor is.

import type { EditorView } from '@codemirror/view';

import { tableAt } from '$lib/editor/table/table';

interface Stretch {
  top: number;
  bottom: number;
}

/** Pixels of it that are to be seen. */
const ENOUGH = 8;

export const overlap = (one: Stretch, other: Stretch): boolean =>
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) >= ENOUGH;

/** `area`: what there would be to see without the bar, so that the bar does not decide about itself. */
export function blockInView(view: EditorView, area: Stretch): boolean {
  const { head } = view.state.selection.main;
  const table = tableAt(view.state, head, true);
  const { from, to } = table ?? { from: head, to: head };
  const top = view.documentTop + view.lineBlockAt(from).top;
  return overlap({ top, bottom: view.documentTop + view.lineBlockAt(to).bottom }, area);
}
