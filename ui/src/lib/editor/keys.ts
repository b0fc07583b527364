// The keys that people know from Word and from email.

import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import { type EditorState, type Extension, Prec, type TransactionSpec } from '@codemirror/state';
import { type Command, EditorView, keymap } from '@codemirror/view';

import { bold } from './commands/bold';
import { endBlock } from './commands/endBlock';
import { shortenLink } from './commands/finishedLink';
import { indent, outdent } from './commands/indentation';
import { italic } from './commands/italic';
import { joinAbove, joinBelow, lineBreak, takeBreakBack } from './commands/lineBreak';
import { joinNext } from './commands/joinNext';
import { leftOfItem, lineStart } from './commands/lineStart';
import { joinParagraph, newParagraph } from './commands/newParagraph';
import { joinQuoted, newQuotedParagraph } from './commands/quotedParagraph';
import { plainAgain } from './commands/plainAgain';
import { deletePicture, leavePicture } from './commands/wholePicture';
import { keepCursor } from './live/cursor';
import { cellBreak } from './table/cellBreak';
import { cellBelow, leftOfCell, nextCell, previousCell, rightOfCell } from './table/move';
import { backspaceInTable, deleteInTable } from './table/remove';
import { typeInTable } from './table/type';

/** A pure change as something that a key or a button can run. */
export function run(transform: (state: EditorState) => TransactionSpec | null): Command {
  return (view) => {
    const change = transform(view.state);
    if (change === null) return false;
    view.dispatch(change);
    return true;
  };
}

/** A change after which the key still does what it does. */
const first =
  (transform: (state: EditorState) => TransactionSpec | null): Command =>
  (view) => {
    run(transform)(view);
    return false;
  };

const home =
  (extend: boolean): Command =>
  (view) => {
    const row = view.moveToLineBoundary(view.state.selection.main, false).head;
    return run((state) => lineStart(state, row, extend))(view);
  };

/** So many changes can be taken back at least: more than a person makes in a day. The usual 100 are those of an hour. */
const UNDONE = 5000;

export function keys(askForLink: () => void): Extension {
  const link: Command = () => {
    askForLink();
    return true;
  };
  const own = [
    { key: 'Mod-b', run: run(bold) },
    { key: 'Mod-i', run: run(italic) },
    { key: 'Mod-k', run: link },
    { key: 'Shift-Enter', run: run(cellBreak) },
    { key: 'Shift-Enter', run: run(lineBreak) },
    { key: 'Enter', run: run(cellBelow) },
    { key: 'Enter', run: first(takeBreakBack) },
    { key: 'Enter', run: run(leavePicture) },
    { key: 'Enter', run: run(newQuotedParagraph) },
    { key: 'Enter', run: run(endBlock) },
    { key: 'Enter', run: run(newParagraph) },
    { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
    { key: 'Backspace', run: run(backspaceInTable) },
    { key: 'Backspace', run: run(shortenLink) },
    { key: 'Backspace', run: run(deletePicture) },
    { key: 'Backspace', run: run(joinAbove) },
    { key: 'Backspace', run: run(joinParagraph) },
    { key: 'Backspace', run: run(joinQuoted) },
    { key: 'Backspace', run: run(plainAgain) },
    { key: 'Delete', run: run(deleteInTable) },
    { key: 'Delete', run: run(joinBelow) },
    { key: 'Delete', run: run(joinNext) },
    { key: 'Tab', run: run(nextCell), shift: run(previousCell) },
    // Tab moves the items of a list; anywhere else it moves on, as in a form. Escape lets it move on here too.
    { key: 'Tab', run: run(indent), shift: run(outdent) },
    { key: 'Home', run: home(false), shift: home(true) },
    { mac: 'Cmd-ArrowLeft', run: home(false), shift: home(true) },
    { key: 'ArrowLeft', run: run(leftOfCell) },
    { key: 'ArrowRight', run: run(rightOfCell) },
    { key: 'ArrowLeft', run: run(leftOfItem) },
    { key: 'Mod-ArrowLeft', mac: 'Alt-ArrowLeft', run: run(leftOfItem) },
  ];
  return [
    history({ minDepth: UNDONE }),
    keepCursor,
    typeInTable,
    Prec.high(keymap.of(own)),
    keymap.of([...historyKeymap, ...standardKeymap]),
    EditorView.clickAddsSelectionRange.of(() => false),
  ];
}
