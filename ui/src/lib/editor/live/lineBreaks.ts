// The backslash at the end of a line, which makes it end there on the page too: hidden, but where the cursor is at it.

import { endsWithBreak } from '../notation/lineBreak';
import type { Span } from '../notation/span';
import type { Draw } from './sheet';

const lineBreak: Draw = ({ from }, sheet) => {
  const mark: Span = { from, to: from + 1 };
  if (sheet.text(mark.from, mark.to) !== '\\') return;
  if (sheet.touched(mark)) sheet.mark(mark.from, mark.to, 'cm-mark');
  else sheet.hide(mark.from, mark.to);
};

/** Before the words after it are typed, it is none yet: still, it does not flash up meanwhile. */
const paragraph: Draw = ({ to }, sheet) => {
  const line = sheet.lineAt(to);
  if (line.to !== to || line.number === sheet.state.doc.lines || !endsWithBreak(line.text)) return;
  const touched = sheet.touched({ from: to - 1, to });
  if (!touched && sheet.touched(sheet.lineAt(to + 1))) sheet.hide(to - 1, to);
};

export const lineBreaks: Record<string, Draw> = { HardBreak: lineBreak, Paragraph: paragraph };
