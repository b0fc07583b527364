// What is drawn over the text, gathered while the syntax tree is walked.

import type { EditorState, Line, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type WidgetType } from '@codemirror/view';
import type { SyntaxNodeRef } from '@lezer/common';

import { words } from '../../words';
import type { Span } from '../notation/span';
import { knownArticles, linkedAddress } from './linkedArticles';

export interface Drawn {
  inner: DecorationSet;
  /** In one piece around what is drawn within. */
  outer: DecorationSet;
  /** What the cursor passes in one step, and one key takes away. */
  whole: DecorationSet;
  /** The addresses of articles to which it links. */
  articles: ReadonlySet<string>;
}

/** Draws one kind of node. After `false`, what is in the node is not drawn. */
export type Draw = (node: SyntaxNodeRef, sheet: Sheet) => false | undefined;

const hidden = Decoration.replace({});
const marks = new Map<string, Decoration>();
const lines = new Map<string, Decoration>();

/** CodeMirror compares decorations by identity first: one for each class is enough. */
function once(known: Map<string, Decoration>, name: string, make: () => Decoration): Decoration {
  const decoration = known.get(name) ?? make();
  known.set(name, decoration);
  return decoration;
}

export class Sheet {
  readonly state: EditorState;
  /** The part of the text that is drawn. */
  readonly within: Span;
  readonly #attended: readonly Span[];
  readonly #ranges: Range<Decoration>[] = [];
  readonly #cells: Range<Decoration>[] = [];
  readonly #whole: Range<Decoration>[] = [];
  readonly #lineClasses = new Set<string>();
  readonly #articles = new Set<string>();

  /** `attended`: where the person is, cursor or selection. Marks that it touches are shown. */
  constructor(state: EditorState, within: Span, attended: readonly Span[]) {
    this.state = state;
    this.within = within;
    this.#attended = attended;
  }

  touched({ from, to }: Span): boolean {
    return this.#attended.some((span) => span.from <= to && span.to >= from);
  }

  lineAt(position: number): Line {
    return this.state.doc.lineAt(position);
  }

  text(from: number, to: number): string {
    return this.state.sliceDoc(from, to);
  }

  /** Line by line: what is drawn may not swallow the end of one. */
  hide(from: number, to: number): void {
    for (const line of this.linesOf({ from, to })) {
      const [start, end] = [Math.max(from, line.from), Math.min(to, line.to)];
      if (start < end) this.#ranges.push(hidden.range(start, end));
    }
  }

  replace(from: number, to: number, widget: WidgetType): void {
    if (to > this.lineAt(from).to) this.hide(from, to);
    else this.#ranges.push(Decoration.replace({ widget }).range(from, to));
  }

  /** In the place of text that is never seen as it is. */
  whole(from: number, to: number, widget: WidgetType): void {
    const range = Decoration.replace({ widget }).range(from, to);
    this.#ranges.push(range);
    this.#whole.push(range);
  }

  /** Something before the text at `at` that stands for none of it; of several, that with the least `side` first. */
  put(at: number, widget: WidgetType, side = -1): void {
    this.#ranges.push(Decoration.widget({ widget, side }).range(at));
  }

  mark(from: number, to: number, name: string): void {
    if (from < to)
      this.#ranges.push(once(marks, name, () => Decoration.mark({ class: name })).range(from, to));
  }

  /** A cell of a table, around whatever else is drawn in it. */
  cell(from: number, to: number, name: string): void {
    if (from < to)
      this.#cells.push(once(marks, name, () => Decoration.mark({ class: name })).range(from, to));
  }

  /** Words of a link, which say where it leads when the pointer rests on them, or why it leads nowhere. */
  link(from: number, to: number, destination: string): void {
    if (from >= to) return;
    const why = this.#lost(destination);
    const attributes = why === null ? { title: destination } : { title: why, 'aria-description': why };
    const look = why === null ? 'cm-link' : 'cm-link cm-link-lost';
    this.#ranges.push(Decoration.mark({ class: look, attributes }).range(from, to));
  }

  #lost(destination: string): string | null {
    const address = linkedAddress(destination);
    if (address === null) return null;
    this.#articles.add(address);
    const leadsTo = knownArticles(this.state)?.get(address) ?? 'site';
    return leadsTo === 'site' ? null : words.link.lost[leadsTo];
  }

  /** A class for the line at `at`, once however often it is asked for. */
  line(at: number, name: string): void {
    const { from } = this.lineAt(at);
    const key = `${from} ${name}`;
    if (this.#lineClasses.has(key)) return;
    this.#lineClasses.add(key);
    this.#ranges.push(once(lines, name, () => Decoration.line({ class: name })).range(from));
  }

  /** The lines of `node` that are drawn. */
  *linesOf(node: Span): Generator<Line> {
    const last = this.lineAt(Math.min(node.to, this.within.to)).number;
    let { number } = this.lineAt(Math.max(node.from, this.within.from));
    for (; number <= last; number += 1) yield this.state.doc.line(number);
  }

  finish(): Drawn {
    return {
      inner: Decoration.set(this.#ranges, true),
      outer: Decoration.set(this.#cells),
      whole: Decoration.set(this.#whole),
      articles: this.#articles,
    };
  }
}
