// "3 of 12": which of the matches is selected.

import type { SearchQuery } from '@codemirror/search';
import type { EditorState } from '@codemirror/state';

/** More matches than this are not counted. */
export const MOST = 999;

export interface Position {
  /** From 1; 0 when none of them is selected. */
  current: number;
  total: number;
}

export function position(state: EditorState, query: SearchQuery): Position {
  const { from, to } = state.selection.main;
  let [current, total] = [0, 0];
  if (!query.valid) return { current, total };
  const matches = query.getCursor(state);
  for (let match = matches.next(); !match.done && total <= MOST; match = matches.next()) {
    total += 1;
    if (match.value.from === from && match.value.to === to) current = total;
  }
  return { current, total };
}

/** All of them, however many. */
export function occurrences(state: EditorState, query: SearchQuery): number {
  if (!query.valid) return 0;
  const matches = query.getCursor(state);
  let total = 0;
  while (!matches.next().done) total += 1;
  return total;
}
