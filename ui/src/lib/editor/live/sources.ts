// Sources: a raised number in the text, and a line for each at the end.

import type { Span } from '../notation/span';
import type { Draw, Sheet } from './sheet';

const LABEL = /^\[\^([^\]\s]+)\](:[ \t]*)?/;

/** Draws `[^1]`, or the beginning of `[^1]: …`; false for any other brackets. */
export function drawSource(sheet: Sheet, { from }: Span): boolean {
  const line = sheet.lineAt(from);
  const [all, label = '', defines] = LABEL.exec(sheet.text(from, line.to)) ?? [];
  if (all === undefined) return false;
  const isLine = defines !== undefined && from === line.from;
  if (isLine) sheet.line(from, 'cm-source');
  const words = { from: from + 2, to: from + 2 + label.length };
  const end = isLine ? from + all.length : words.to + 1;
  sheet.mark(words.from, words.to, isLine ? 'cm-source-number' : 'cm-source-reference');
  const marks = [
    { from, to: words.from },
    { from: words.to, to: end },
  ];
  for (const mark of marks) {
    if (sheet.touched({ from, to: end })) sheet.mark(mark.from, mark.to, 'cm-mark');
    else sheet.hide(mark.from, mark.to);
  }
  return true;
}

/** `[^1]: https://a.example`, which looks like the address of a link to the parser. */
const definition: Draw = (node, sheet) => {
  drawSource(sheet, node);
};

export const sources: Record<string, Draw> = { LinkReference: definition };
