import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

import { type Figure, titleOf } from '../figure';
import { finishes } from '../finished';
import { escapeBrackets, escapeTitle } from '../notation/escape';
import { blockAt } from './apart';

export interface ShownPicture {
  /** `picture:0123456789abcdef` */
  reference: string;
  /** What the picture shows; empty when it is decoration. */
  alt: string;
  figure?: Figure;
}

/** Puts the picture in a paragraph of its own at `at`, or at the cursor: before or after what is there, never into it. */
export function picture(state: EditorState, shown: ShownPicture, at?: number): TransactionSpec {
  const wanted = Math.min(at ?? state.selection.main.to, state.doc.length);
  const block = blockAt(state, wanted) ?? state.doc.lineAt(wanted);
  const position = wanted === block.from ? wanted : block.to;
  const before = state.sliceDoc(0, position);
  const after = state.sliceDoc(position);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const insert = lead + written(shown) + trail;
  const skipped = 2 - trail.length;
  return {
    changes: { from: position, insert },
    selection: EditorSelection.cursor(position + insert.length + skipped),
    userEvent: 'input.picture',
    scrollIntoView: true,
  };
}

/** Another description, caption or size for a picture that is in the text. */
export function changePicture(
  { from, to }: { from: number; to: number },
  shown: ShownPicture,
): TransactionSpec {
  const insert = written(shown);
  return {
    changes: { from, to, insert },
    selection: EditorSelection.cursor(from + 2 + escapeBrackets(shown.alt).length),
    userEvent: 'input.picture',
    scrollIntoView: true,
    annotations: finishes.of(true),
  };
}

function written({ reference, alt, figure }: ShownPicture): string {
  const title = figure ? escapeTitle(titleOf(figure)) : '';
  return `![${escapeBrackets(alt)}](${reference}${title === '' ? '' : ` "${title}"`})`;
}
