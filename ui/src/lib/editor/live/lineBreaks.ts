// The backslash at the end of a line, which makes it end there on the page too: hidden, but where the cursor is at it. In the
// cells of tables, a break that is never seen as a mark.

import { WidgetType } from '@codemirror/view';

import { endsWithBreak, isBreakTag } from '../notation/lineBreak';
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

class CellBreak extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const place = document.createElement('span');
    place.append(document.createElement('br'));
    return place;
  }
}

const cellBreak = new CellBreak();

/** In a table, where a line is a row, a new line is written as on web pages. */
const tag: Draw = ({ node, from, to }, sheet) => {
  const inCell = node.parent?.name === 'TableCell' || node.parent?.parent?.name === 'TableCell';
  if (inCell && isBreakTag(sheet.text(from, to))) sheet.whole(from, to, cellBreak);
};

export const lineBreaks: Record<string, Draw> = { HardBreak: lineBreak, Paragraph: paragraph, HTMLTag: tag };
