// Finding and replacing: the keys, and where the panel stands.

import { closeSearchPanel, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { type Command, EditorView, keymap, panels, runScopeHandlers } from '@codemirror/view';

import { words } from '../../words';
import { look } from './look';
import { FindPanel } from './panel';
import { replacing, setReplacing } from './replacing';

const KEPT = new Set(['F3', 'Mod-g', 'Escape']);

export const openReplace: Command = (view) => {
  openSearchPanel(view);
  view.dispatch({ effects: setReplacing.of(true) });
  return true;
};

export const openFind: Command = openSearchPanel;

export const closeFind: Command = closeSearchPanel;

/** For keys that are pressed beside the text: whether one of them was for finding. */
export function findKey(view: EditorView, event: KeyboardEvent): boolean {
  return runScopeHandlers(view, event, 'search-panel');
}

/** `place` is where the panel goes, above what scrolls. */
export function finding(place: HTMLElement): Extension {
  const scope = 'editor search-panel';
  return [
    replacing,
    search({
      top: true,
      literal: true,
      createPanel: (view) => new FindPanel(view),
      scrollToMatch: (range) => EditorView.scrollIntoView(range, { y: 'nearest', yMargin: 96 }),
    }),
    panels({ topContainer: place }),
    EditorState.phrases.of(words.find.announced),
    look,
    keymap.of([
      { key: 'Mod-f', run: openSearchPanel, scope, preventDefault: true },
      // Cmd+H hides the window on a Mac.
      { key: 'Ctrl-h', mac: 'Mod-Alt-f', run: openReplace, scope, preventDefault: true },
      { key: 'Mod-Alt-f', run: openReplace, scope, preventDefault: true },
      ...searchKeymap.filter(({ key }) => key !== undefined && KEPT.has(key)),
    ]),
  ];
}
