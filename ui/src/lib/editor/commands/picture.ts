import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

import { escapeBrackets } from './escape';

export interface ShownPicture {
  /** `picture:0123456789abcdef` */
  reference: string;
  /** What the picture shows; empty when it is decoration. */
  alt: string;
}

/** Puts the picture in a paragraph of its own at `at`, or at the cursor; a line is never torn apart. */
export function picture(state: EditorState, shown: ShownPicture, at?: number): TransactionSpec {
  const wanted = Math.min(at ?? state.selection.main.to, state.doc.length);
  const line = state.doc.lineAt(wanted);
  const position = wanted === line.from ? wanted : line.to;
  const before = state.sliceDoc(0, position);
  const after = state.sliceDoc(position);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const insert = `${lead}![${escapeBrackets(shown.alt)}](${shown.reference})${trail}`;
  const skipped = 2 - trail.length;
  return {
    changes: { from: position, insert },
    selection: EditorSelection.cursor(position + insert.length + skipped),
    userEvent: 'input.picture',
    scrollIntoView: true,
  };
}
