// Where the person is: the cursor or the selection while the text has the focus. Marks that it touches are shown. While the
// mouse is pressed nothing new is shown: words that move under the pointer can't be selected.

import { searchPanelOpen } from '@codemirror/search';
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';

import { finished, isFinished } from '../finished';
import type { Span } from '../notation/span';

interface Attention {
  focused: boolean;
  /** What was attended to when the mouse was pressed; nothing while it is not. */
  held: readonly Span[] | null;
}

export const setFocused = StateEffect.define<boolean>();
export const setPressed = StateEffect.define<boolean>();

export const attention = StateField.define<Attention>({
  create: () => ({ focused: false, held: null }),
  update(before, transaction) {
    let now = before;
    if (transaction.docChanged && now.held) {
      const held = now.held.map(({ from, to }) => ({
        from: transaction.changes.mapPos(from, -1),
        to: transaction.changes.mapPos(to, 1),
      }));
      now = { ...now, held };
    }
    for (const effect of transaction.effects) {
      if (effect.is(setFocused)) now = { ...now, focused: effect.value };
      else if (effect.is(setPressed)) now = press(now, effect.value, transaction.startState);
    }
    return now;
  },
});

function press(now: Attention, pressed: boolean, before: EditorState): Attention {
  return { ...now, held: pressed ? (now.held ?? attended(before)) : null };
}

const NOWHERE: readonly Span[] = [];

/** The same array as before while nothing changed. */
export function attended(state: EditorState): readonly Span[] {
  const { focused, held } = state.field(attention);
  if (held) return held;
  if (isFinished(state)) return NOWHERE;
  // What is found is shown in full while the focus is in the search panel.
  return focused || searchPanelOpen(state) ? state.selection.ranges : NOWHERE;
}

/** A drag of selected words ends with `dragend`, a window that goes away with `blur`. */
const RELEASES = ['mouseup', 'dragend', 'blur'];

/** Watches the mouse from where it goes down in the text until it goes up anywhere. */
const watchMouse = ViewPlugin.define(
  (view) => {
    const { defaultView: window } = view.dom.ownerDocument;
    const release = () => {
      if (view.state.field(attention).held) view.dispatch({ effects: setPressed.of(false) });
    };
    for (const event of RELEASES) window?.addEventListener(event, release);
    return {
      destroy: () => {
        for (const event of RELEASES) window?.removeEventListener(event, release);
      },
    };
  },
  {
    eventObservers: {
      mousedown(event, view) {
        if (event.button === 0) view.dispatch({ effects: setPressed.of(true) });
      },
    },
  },
);

export const watchAttention: Extension = [
  attention,
  finished,
  EditorView.focusChangeEffect.of((_state, focused) => setFocused.of(focused)),
  watchMouse,
];
