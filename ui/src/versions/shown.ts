// A paragraph as it is shown in a comparison: lines and cells, in them what is the same, gone and new, without a mark.

import type { ComparedRow } from '$lib/api';

import { inline, side, type Stretch } from './compared';
import { type LineLook, type Look, plainReading, type Reading, readingOf } from './reading';

export interface Piece {
  text: string;
  looks: readonly Look[];
}

/** Pieces one after the other that are all the same, all gone or all new. */
export interface Run {
  kind: Stretch['kind'];
  pieces: Piece[];
}

export interface ShownLine extends LineLook {
  /** One, but in a row of a table. */
  cells: Run[][];
}

/** `plain`: its marks are none. */
export function shownSide(spans: ComparedRow['now'], mark: 'gone' | 'new', plain = false): ShownLine[] {
  const reading = read(spans, plain);
  return lines(side(spans ?? [], mark), () => reading);
}

/** Both sides in one. */
export function shownInline(row: ComparedRow, plain = false): ShownLine[] {
  const [before, now] = [read(row.before, plain), read(row.now, plain)];
  return lines(inline(row), (kind) => (kind === 'gone' ? before : now));
}

/** Whether a difference can be seen in its words. */
export const hasChange = (shown: ShownLine[]): boolean =>
  shown.some(({ cells }) => cells.flat().some(({ kind }) => kind !== 'same'));

function read(spans: ComparedRow['now'], plain: boolean): Reading {
  const text = (spans ?? []).map((span) => span.text).join('');
  return plain ? plainReading(text) : readingOf(text);
}

interface Character extends Piece {
  kind: Stretch['kind'];
  wall: boolean;
}

interface Line {
  look: LineLook | null;
  /** Its look is that of words which are gone: others may say better. */
  goneLook: boolean;
  characters: Character[];
}

function lines(stretches: Stretch[], readingFor: (kind: Stretch['kind']) => Reading): ShownLine[] {
  const all: Line[] = [{ look: null, goneLook: false, characters: [] }];
  for (const { text, kind, from } of stretches) {
    const reading = readingFor(kind);
    for (let at = from; at < from + text.length; at += 1) {
      const line = all.at(-1);
      if (text[at - from] === '\n') all.push({ look: null, goneLook: false, characters: [] });
      else if (line) take(line, reading, kind, at);
    }
  }
  return all.filter(({ characters }) => characters.some(({ text }) => text.trim() !== '')).map(finished);
}

function take(line: Line, reading: Reading, kind: Stretch['kind'], at: number): void {
  const looks = reading.looksAt(at);
  const wall = reading.isWall(at);
  const text = reading.putAt(at) + (reading.isHidden(at) ? '' : (reading.text[at] ?? ''));
  if (line.look === null || (line.goneLook && kind !== 'gone')) {
    line.look = reading.lineAt(at);
    line.goneLook = kind === 'gone';
  }
  if (wall || text !== '') line.characters.push({ text, looks, kind, wall });
}

function finished({ look, characters }: Line): ShownLine {
  const standing = characters.some(({ wall, kind }) => wall && kind !== 'gone');
  const cells: Run[][] = [[]];
  for (const character of characters) {
    if (character.wall && (character.kind !== 'gone' || !standing)) cells.push([]);
    else if (!character.wall) add(cells.at(-1) ?? [], character);
  }
  const { kind, level } = look ?? { kind: 'text', level: 0 };
  const isRow = kind === 'row' || kind === 'head';
  return { kind, level, cells: isRow ? inWalls(cells).map(trimmed) : [cells.flat()] };
}

/** What stands before the first wall and behind the last one is nothing, in a row that has them. */
function inWalls(cells: Run[][]): Run[][] {
  const empty = (cell: Run[] | undefined) => cell?.every((run) => run.pieces.every(isBlank)) === true;
  const from = cells.length > 1 && empty(cells[0]) ? 1 : 0;
  const to = cells.length - from > 1 && empty(cells.at(-1)) ? -1 : undefined;
  return cells.slice(from, to);
}

const isBlank = ({ text }: Piece): boolean => text.trim() === '';

function trimmed(cell: Run[]): Run[] {
  const [first, last] = [cell[0]?.pieces[0], cell.at(-1)?.pieces.at(-1)];
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return cell
    .map(({ kind, pieces }) => ({ kind, pieces: pieces.filter(({ text }) => text !== '') }))
    .filter(({ pieces }) => pieces.length > 0);
}

function add(runs: Run[], { text, looks, kind }: Character): void {
  let run = runs.at(-1);
  if (run?.kind !== kind) runs.push((run = { kind, pieces: [] }));
  const last = run.pieces.at(-1);
  if (last && last.looks.join() === looks.join()) last.text += text;
  else run.pieces.push({ text, looks });
}
