// Headings, quotations, code and rules: how their lines look, and their marks, which are shown in the line of the cursor.

import { WidgetType } from '@codemirror/view';

import { drawCallout } from './callouts';
import { depthOf } from '../notation/listLine';
import type { Span } from '../notation/span';
import type { Draw, Sheet } from './sheet';

/** The space between a mark in the margin and the words: the cursor behind it is as high as they are. */
class Gap extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    return document.createElement('span');
  }
}

const gap = new Gap();

/** The end of `mark` and of the space after it that `space` allows. */
function withSpace(sheet: Sheet, mark: Span, space: RegExp): number {
  const rest = sheet.text(mark.to, sheet.lineAt(mark.to).to);
  return mark.to + (space.exec(rest)?.[0].length ?? 0);
}

const heading: Draw = ({ name, node }, sheet) => {
  const line = sheet.lineAt(node.from);
  sheet.line(line.from, 'cm-heading');
  sheet.line(line.from, `cm-heading-${name.slice(-1)}`);
  const [open, close] = node.getChildren('HeaderMark');
  if (!open) return;
  const words = withSpace(sheet, open, /^[ \t]+/);
  if (sheet.touched(line) || words >= node.to) {
    // The mark hangs in the margin, so that the words stay where they are when it comes and goes.
    sheet.mark(open.from, open.to, 'cm-hanging');
    if (words > open.to) sheet.replace(open.to, words, gap);
  } else {
    sheet.hide(open.from, words);
  }
  if (!close) return;
  if (sheet.touched(line)) sheet.mark(close.from, close.to, 'cm-mark');
  else sheet.hide(close.from, close.to);
};

/** Words with a line of `---` below them. While that line is typed, it may yet become something else. */
const underlined: Draw = ({ name, node }, sheet) => {
  const mark = node.lastChild;
  if (mark?.name !== 'HeaderMark' || sheet.touched(sheet.lineAt(mark.from))) return;
  for (const line of sheet.linesOf({ from: node.from, to: mark.from - 1 })) {
    sheet.line(line.from, 'cm-heading');
    sheet.line(line.from, `cm-heading-${name.slice(-1)}`);
  }
  sheet.hide(mark.from, mark.to);
};

const quotation: Draw = (node, sheet) => {
  const depth = depthOf(node.node, 'Blockquote');
  if (depth === 1 && drawCallout(sheet, node)) return;
  for (const line of sheet.linesOf(node)) sheet.line(line.from, `cm-quotation-${Math.min(depth, 3)}`);
};

const quoteMark: Draw = (node, sheet) => {
  const to = withSpace(sheet, node, /^ ?/);
  if (sheet.touched(sheet.lineAt(node.from))) sheet.mark(node.from, to, 'cm-hanging-quote');
  else sheet.hide(node.from, to);
};

const fencedCode: Draw = ({ node }, sheet) => {
  for (const line of sheet.linesOf(node)) sheet.line(line.from, 'cm-code');
  for (const mark of node.getChildren('CodeMark')) {
    const line = sheet.lineAt(mark.from);
    if (!sheet.touched(line)) sheet.hide(mark.from, line.to);
  }
};

const rule: Draw = (node, sheet) => {
  const line = sheet.lineAt(node.from);
  if (sheet.touched(line)) return;
  sheet.line(line.from, 'cm-rule');
  sheet.hide(node.from, node.to);
};

export const blockMarks: Record<string, Draw> = {
  ATXHeading1: heading,
  ATXHeading2: heading,
  ATXHeading3: heading,
  ATXHeading4: heading,
  ATXHeading5: heading,
  ATXHeading6: heading,
  SetextHeading1: underlined,
  SetextHeading2: underlined,
  Blockquote: quotation,
  QuoteMark: quoteMark,
  FencedCode: fencedCode,
  HorizontalRule: rule,
};
