// What a dialog wrote looks finished, although the cursor stands at it: its marks are shown only once somebody goes on there.

import { Annotation, type EditorState, StateField } from '@codemirror/state';

/** Of the change with which something was written. */
export const finishes = Annotation.define<true>();

export const finished = StateField.define<boolean>({
  create: () => false,
  update(before, transaction) {
    if (transaction.annotation(finishes)) return true;
    return before && !transaction.docChanged && transaction.selection === undefined;
  },
});

export function isFinished(state: EditorState): boolean {
  return state.field(finished, false) ?? false;
}
