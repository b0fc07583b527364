// Marks within a line: hidden, but for those of the words where the cursor is.

import { showLinkMarks } from './linkMarks';
import { drawLoneLink } from './loneLinks';
import type { Span } from '../notation/span';
import type { Draw, Sheet } from './sheet';
import { drawSource } from './sources';

/** Characters of an address that are shown while the cursor is in the words of its link. */
const ADDRESS = 24;

function hideOrShow(sheet: Sheet, owner: Span, marks: readonly Span[]): void {
  const shown = sheet.touched(owner);
  for (const { from, to } of marks) {
    if (shown) sheet.mark(from, to, 'cm-mark');
    else sheet.hide(from, to);
  }
}

const around =
  (markName: string, look?: string): Draw =>
  ({ node }, sheet) => {
    hideOrShow(sheet, node, node.getChildren(markName));
    if (look !== undefined) sheet.mark(node.from, node.to, look);
  };

/** The backslash, not what it protects. */
const escape: Draw = (node, sheet) => {
  hideOrShow(sheet, node, [{ from: node.from, to: node.from + 1 }]);
};

const link: Draw = ({ node }, sheet) => {
  const [open, close] = node.getChildren('LinkMark');
  const url = node.getChild('URL');
  if (!open || !close || !url) {
    if (drawSource(sheet, node)) return false;
    // The mark of a callout is drawn with its box.
    if (sheet.text(node.from, node.from + 2) === '[!') return;
    // A link whose address stands elsewhere: there is nothing that could be hidden without a loss.
    sheet.mark(node.from, node.to, 'cm-link');
    return;
  }
  const leadsTo = sheet.text(url.from, url.to);
  drawLoneLink(sheet, node, leadsTo);
  sheet.link(open.to, close.from, leadsTo);
  // Without words there would be nothing left to see.
  const shown = sheet.touched(node) || close.from === open.to;
  if (shown) showLinkMarks(sheet, node, ADDRESS);
  else hideOrShow(sheet, node, [open, { from: close.from, to: node.to }]);
};

/** `<https://a.example>`, and an address as it is. */
const address: Draw = ({ node }, sheet) => {
  const parent = node.parent?.name;
  if (parent !== 'Link' && parent !== 'Image' && parent !== 'LinkReference') {
    sheet.mark(node.from, node.to, 'cm-link');
  }
};

export const inlineMarks: Record<string, Draw> = {
  Emphasis: around('EmphasisMark'),
  StrongEmphasis: around('EmphasisMark'),
  Strikethrough: around('StrikethroughMark'),
  InlineCode: around('CodeMark', 'cm-inline-code'),
  Autolink: around('LinkMark'),
  Escape: escape,
  Link: link,
  URL: address,
};
