// The editor: an island that owns the text and its undo. It tells what changed, and knows nothing of the rest.

import { redoDepth, undoDepth } from '@codemirror/commands';
import { EditorState, type Extension, Transaction } from '@codemirror/state';
import { EditorView, placeholder, type ViewUpdate } from '@codemirror/view';

import { words } from '../words';
import { focusMode } from './focusMode';
import { type Format, formatsAt } from './formats';
import { keys } from './keys';
import { markdownSupport } from './language';
import { counting } from './counting';
import type { Counts } from './counts';
import { finding } from './find/find';
import { firstDifference } from './firstDifference';
import { setFocused } from './live/attention';
import { articlesFrom, type FindArticle } from './live/linkedArticles';
import { live } from './live/live';
import { type FindPicture, picturesFrom } from './live/pictures';
import { acceptPaste, type PasteSurroundings } from './paste/extension';
import { acceptPictures } from './pictures';
import { scrollRoom } from './scrollRoom';
import { settled } from './settled';
import { theme } from './theme';

/** Whether something can be taken back, and done again. */
export interface Steps {
  undo: boolean;
  redo: boolean;
}

export interface Surroundings extends PasteSurroundings {
  changed: (text: string) => void;
  /** The cursor came to stand in other formats. */
  formats: (formats: Format[]) => void;
  /** What can be taken back or done again came to be another. */
  steps: (steps: Steps) => void;
  askForLink: () => void;
  findPicture: FindPicture;
  findArticle: FindArticle;
  /** Told after a pause. */
  counted: (counts: Counts) => void;
  /** Where the panel for finding goes. */
  panels: HTMLElement;
}

export function createEditor(parent: HTMLElement, text: string, around: Surroundings): EditorView {
  return new EditorView({ parent, state: createState(text, around) });
}

/** Shows another text. Undo does not reach across. */
export function replaceText(view: EditorView, text: string, around: Surroundings): void {
  view.setState(createState(text, around));
  around.steps({ undo: false, redo: false });
  around.formats(formatsAt(view.state));
  view.dispatch({ effects: setFocused.of(view.hasFocus) });
}

/** The same text as it came to be elsewhere: shown where it differs. */
export function followText(view: EditorView, text: string, around: Surroundings): void {
  const anchor = firstDifference(view.state.doc.toString(), text);
  replaceText(view, text, around);
  view.dispatch({
    selection: { anchor },
    effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
  });
}

export function goToLine(view: EditorView, position: number): void {
  const anchor = Math.min(position, view.state.doc.length);
  view.dispatch({
    selection: { anchor },
    effects: EditorView.scrollIntoView(anchor, { y: 'nearest', yMargin: 96 }),
    annotations: Transaction.addToHistory.of(false),
  });
  view.focus();
}

function createState(text: string, around: Surroundings): EditorState {
  return EditorState.create({ doc: text, extensions: extensions(around) });
}

function extensions(around: Surroundings): Extension {
  return [
    markdownSupport(),
    theme,
    live,
    focusMode,
    picturesFrom(around.findPicture),
    articlesFrom(around.findArticle),
    counting(around.counted),
    // Before the keys of the text: Escape closes the panel first.
    finding(around.panels),
    keys(around.askForLink),
    scrollRoom,
    acceptPictures(around.pictures),
    acceptPaste(around),
    placeholder(words.editor.placeholder),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      'aria-label': words.editor.text,
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
    }),
    EditorView.updateListener.of(report(around)),
  ];
}

function report(around: Surroundings): (update: ViewUpdate) => void {
  let before = '';
  let steps: Steps = { undo: false, redo: false };
  return (update) => {
    if (update.docChanged) {
      around.changed(settled(update.state));
      const next = { undo: undoDepth(update.state) > 0, redo: redoDepth(update.state) > 0 };
      if (next.undo !== steps.undo || next.redo !== steps.redo) around.steps((steps = next));
    }
    if (!update.docChanged && !update.selectionSet) return;
    const formats = formatsAt(update.state);
    const now = formats.join();
    if (now !== before) around.formats(formats);
    before = now;
  };
}
