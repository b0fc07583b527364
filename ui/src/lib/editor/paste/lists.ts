// Lists as other programs write them. Word has no lists on the clipboard, only paragraphs that say which level of which
// list they are, with the bullet as text; Word in a browser writes a list for every item.

import type { List, ListItem } from 'mdast';

import type { Block } from './flow';
import type { Style } from './styles';

export interface FlatItem {
  type: 'flatItem';
  level: number;
  ordered: boolean;
  /** The number that it shows. */
  number: number;
  children: Block[];
}

/** Puts items that follow each other into lists, and deeper ones into the item before them. */
export function nest(blocks: (Block | FlatItem)[]): Block[] {
  const result: Block[] = [];
  let open: { level: number; list: List }[] = [];
  for (const block of blocks) {
    if (block.type !== 'flatItem') {
      open = [];
      result.push(block);
      continue;
    }
    open = open.filter(({ level }) => level <= block.level);
    const last = open.at(-1);
    if (last?.level === block.level && last.list.ordered === block.ordered) {
      last.list.children.push(item(block.children));
      continue;
    }
    if (last?.level === block.level) open.pop();
    const list = listOf(block);
    (open.at(-1)?.list.children.at(-1)?.children ?? result).push(list);
    open.push({ level: block.level, list });
  }
  return result;
}

export function item(children: Block[]): ListItem {
  const loose = children.filter(({ type }) => type !== 'list').length > 1;
  return { type: 'listItem', spread: loose, children };
}

function listOf({ ordered, number, children }: FlatItem): List {
  const start = ordered ? number : null;
  return { type: 'list', ordered, start, spread: false, children: [item(children)] };
}

/** The level that Word gives a paragraph in a list: `mso-list:l0 level2 lfo1`. */
export function wordLevel({ declared }: Style): number | null {
  const said = declared.get('mso-list');
  const level = said === undefined ? undefined : /\blevel(\d)/.exec(said)?.[1];
  return level === undefined ? null : Number(level);
}

export function isMarker({ declared }: Style): boolean {
  return declared.get('mso-list') === 'ignore';
}

/** `1.`, `(a)` and `iv)` count; `·`, `o` and `§` are bullets in Word's fonts. */
export function counts(marker: string): { ordered: boolean; number: number } {
  const shown = marker.replaceAll(/[\s\u00A0]/g, '');
  const ordered = /^\(?(?:[\da-z]{1,4}[.)]|\d+$)/i.test(shown) || /^(?:\d+\.)+\d+/.test(shown);
  return { ordered, number: Number(/\d+/.exec(shown)?.[0] ?? 1) };
}

export interface TypedMarker {
  marker: string;
  level: number;
}

/**
 * A paragraph that only looks like an item: a bullet as its first letter or, where Word calls it an item, a number and the
 * wide gap after it.
 */
export function typedMarker(element: Element, style: Style): TypedMarker | null {
  const text = element.textContent.slice(0, 40);
  const ofWord = /\bMsoList/.test(element.getAttribute('class') ?? '');
  const marker =
    /^[\s\u00A0]*([•▪◦‣●○■·\uF0B7\uF0A7])[\s\u00A0]+\S/.exec(text)?.[1] ??
    (ofWord ? /^\s*([o§\u2013-]|\(?[\da-z]{1,3}[.)])[\s\u00A0]{2,}\S/i.exec(text)?.[1] : undefined);
  return marker === undefined ? null : { marker, level: indented(style) };
}

/** Word indents each level by half an inch. */
function indented({ declared }: Style): number {
  const [, size, unit] = /^([\d.]+)(in|pt|cm|px)/.exec(declared.get('margin-left') ?? '') ?? [];
  const inches = { in: 1, pt: 1 / 72, cm: 1 / 2.54, px: 1 / 96 }[unit ?? ''] ?? 0;
  return Math.max(1, Math.round((Number(size ?? 0) * inches) / 0.5));
}
