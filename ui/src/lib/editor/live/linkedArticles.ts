// Links to articles of which only the words will be on the site: they look otherwise, and say why.

import { Facet, StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** What an article is to a link that leads to it. */
export type LeadsTo = 'site' | 'draft' | 'bin' | 'gone';

/** Finds what `better-sleep` leads to. */
export type FindArticle = (address: string) => Promise<LeadsTo>;

interface Source {
  find: FindArticle;
  /** Asked about and not answered yet, and in which generation. */
  asked: Map<string, number>;
}

const source = Facet.define<Source, Source | null>({ combine: (sources) => sources[0] ?? null });

const told = StateEffect.define<{ address: string; leadsTo: LeadsTo }>();
const forget = StateEffect.define();

/** What was answered before this grew is not true any more. */
const generation = StateField.define<number>({
  create: () => 0,
  update: (before, { effects }) => before + effects.filter((effect) => effect.is(forget)).length,
});

const known = StateField.define<ReadonlyMap<string, LeadsTo>>({
  create: () => new Map(),
  update(before, { effects }) {
    let now = before;
    for (const effect of effects) {
      if (effect.is(told)) now = new Map([...now, [effect.value.address, effect.value.leadsTo]]);
      else if (effect.is(forget)) now = new Map();
    }
    return now;
  },
});

export function articlesFrom(find: FindArticle): Extension {
  return [source.of({ find, asked: new Map() }), generation, known];
}

/** The same map for as long as nothing new is known. */
export function knownArticles(state: EditorState): ReadonlyMap<string, LeadsTo> | null {
  return state.field(known, false) ?? null;
}

/** `better-sleep` of `article:better-sleep#food`; nothing for any other destination. */
export function linkedAddress(destination: string): string | null {
  return /^article:([^#]+)/.exec(destination)?.[1] ?? null;
}

/** Asks about those that nothing is known of yet. */
export function askAbout(view: EditorView, addresses: Iterable<string>): void {
  const from = view.state.facet(source);
  if (from === null) return;
  const now = view.state.field(generation);
  for (const address of addresses) {
    if (from.asked.get(address) === now || knownArticles(view.state)?.has(address)) continue;
    from.asked.set(address, now);
    void tell(view, from, address, now);
  }
}

/** Articles may have become drafts, or ready, or been deleted. */
export function askAgain(view: EditorView): void {
  view.dispatch({ effects: forget.of(null) });
}

async function tell(view: EditorView, from: Source, address: string, asked: number): Promise<void> {
  // Where nobody answers, nothing is said of it; it is asked again when it is drawn again.
  const leadsTo = await from.find(address).catch(() => null);
  if (from.asked.get(address) === asked) from.asked.delete(address);
  if (leadsTo === null || view.state.field(generation, false) !== asked) return;
  view.dispatch({ effects: told.of({ address, leadsTo }) });
}
