// Callouts: boxes with a title. The mark in their first line is shown as the title, but where the cursor is at it.

import { WidgetType } from '@codemirror/view';

import { words } from '../../words';
import { type CalloutKind, calloutLine } from '../callouts';
import type { Span } from '../notation/span';
import type { Sheet } from './sheet';

class CalloutTitle extends WidgetType {
  readonly kind: CalloutKind;

  constructor(kind: CalloutKind) {
    super();
    this.kind = kind;
  }

  override eq(other: CalloutTitle): boolean {
    return other.kind === this.kind;
  }

  override toDOM(): HTMLElement {
    const title = document.createElement('span');
    title.className = 'cm-callout-title';
    title.textContent = words.callouts[this.kind];
    return title;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** False where the quotation is no callout. */
export function drawCallout(sheet: Sheet, quotation: Span): boolean {
  const first = sheet.lineAt(quotation.from);
  const callout = calloutLine(first);
  if (callout === null) return false;
  for (const line of sheet.linesOf(quotation)) {
    sheet.line(line.from, `cm-callout cm-callout-${callout.kind}`);
    if (line.number === first.number) sheet.line(line.from, 'cm-callout-first');
    if (line.to >= quotation.to) sheet.line(line.from, 'cm-callout-last');
  }
  if (sheet.touched(callout)) sheet.mark(callout.from, callout.to, 'cm-mark');
  else sheet.replace(callout.from, callout.to, new CalloutTitle(callout.kind));
  return true;
}
