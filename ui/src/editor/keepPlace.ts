// Where somebody is in an article: found again when the library is opened the next time.

import { EditorView } from '@codemirror/view';

import type { Draft } from '$lib/state/draft.svelte';
import type { Library } from '$lib/state/library.svelte';

/** Milliseconds without a key or a turn of the wheel until the place is noted. */
const PAUSE = 1000;

/** Goes to where the person was, and notes from then on where they are. Returns how to stop that. */
export function keepPlace(
  library: Library,
  draft: Draft,
  view: EditorView,
  scroller: HTMLElement,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = () => void library.notePlace({ article: draft.id, ...placeIn(view, scroller) });
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(note, PAUSE);
  };
  scroller.scrollTop = 0;
  goBack(library, draft, view);
  note();
  scroller.addEventListener('scroll', later);
  const unwatch = draft.watch(later);
  return () => {
    clearTimeout(timer);
    scroller.removeEventListener('scroll', later);
    unwatch();
    void library.notePlace(null);
  };
}

function placeIn(view: EditorView, scroller: HTMLElement): { top: number; cursor: number } {
  const above = scroller.getBoundingClientRect().top - view.documentTop;
  const top = above <= 0 ? 0 : view.lineBlockAtHeight(above).from;
  return { top, cursor: view.state.selection.main.head };
}

function goBack({ place }: Library, draft: Draft, view: EditorView): void {
  if (place?.article !== draft.id) return;
  const within = (position: number) => Math.min(position, view.state.doc.length);
  view.dispatch({
    selection: { anchor: within(place.cursor) },
    effects: place.top > 0 ? [EditorView.scrollIntoView(within(place.top), { y: 'start' })] : [],
  });
}
