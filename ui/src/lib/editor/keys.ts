// The keys that people know from Word and from email.

import { history, historyKeymap, indentLess, indentMore, standardKeymap } from '@codemirror/commands';
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import { search, searchKeymap } from '@codemirror/search';
import { indentUnit } from '@codemirror/language';
import { EditorState, type Extension, Prec, type TransactionSpec } from '@codemirror/state';
import { type Command, EditorView, keymap } from '@codemirror/view';

import { words } from '../words';
import { bold } from './commands/bold';
import { italic } from './commands/italic';
import { joinParagraph, newParagraph } from './commands/newParagraph';
import { formatsAt } from './formats';

const SEARCH_KEYS = new Set(['Mod-f', 'F3', 'Mod-g', 'Escape']);

/** A pure change as something that a key or a button can run. */
export function run(transform: (state: EditorState) => TransactionSpec | null): Command {
  return (view) => {
    const change = transform(view.state);
    if (change === null) return false;
    view.dispatch(change);
    return true;
  };
}

/** Tab moves items of a list; anywhere else it moves on, as it does in a form. Escape lets it move on here too. */
const inList = (command: Command): Command => {
  return (view) => {
    const formats = formatsAt(view.state);
    const list = formats.includes('bulletedList') || formats.includes('numberedList');
    return list && command(view);
  };
};

export function keys(askForLink: () => void): Extension {
  const link: Command = () => {
    askForLink();
    return true;
  };
  const own = [
    { key: 'Mod-b', run: run(bold) },
    { key: 'Mod-i', run: run(italic) },
    { key: 'Mod-k', run: link },
    { key: 'Enter', run: run(newParagraph) },
    { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
    { key: 'Backspace', run: run(joinParagraph) },
    { key: 'Backspace', run: deleteMarkupBackward },
    { key: 'Tab', run: inList(indentMore), shift: inList(indentLess) },
  ];
  const searching = searchKeymap.filter(({ key }) => key !== undefined && SEARCH_KEYS.has(key));
  return [
    history(),
    // Enough to nest an item under a bullet and under a number.
    indentUnit.of('    '),
    search({ top: true }),
    EditorState.phrases.of(words.find),
    Prec.high(keymap.of(own)),
    keymap.of([...searching, ...historyKeymap, ...standardKeymap]),
    EditorView.clickAddsSelectionRange.of(() => false),
  ];
}
