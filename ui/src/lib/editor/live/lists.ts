// Lists: real bullets, numbers in a column of their own, levels by their distance from the edge.

import { WidgetType } from '@codemirror/view';

import { depthOf, listLine } from '../notation/listLine';
import type { Draw } from './sheet';

/** Deeper levels look like this one. */
const DEEPEST = 5;

class Bullet extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const bullet = document.createElement('span');
    bullet.className = 'cm-bullet';
    bullet.textContent = '•';
    return bullet;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

const bullet = new Bullet();

/** The outermost list draws the lines of those within it, too. */
const list: Draw = ({ node }, sheet) => {
  if (depthOf(node, 'ListItem') > 0) return;
  for (const line of sheet.linesOf(node)) {
    const found = listLine(sheet.state, line);
    if (found === null) continue;
    const { depth, prefix, mark } = found;
    sheet.line(line.from, `cm-list-${Math.min(depth, DEEPEST)}`);
    if (mark?.kind === 'bullet') {
      sheet.replace(prefix.from, prefix.to, bullet);
    } else {
      sheet.hide(prefix.from, mark?.from ?? prefix.to);
      if (mark) sheet.mark(mark.from, prefix.to, 'cm-number');
    }
  }
};

export const lists: Record<string, Draw> = { BulletList: list, OrderedList: list };
