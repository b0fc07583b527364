// Paste: what other programs put on the clipboard comes in as clean text.

import type { Extension, Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

import { pictureFiles, type PicturesArrived } from '../pictures';
import { convertHtml, convertInPieces } from './convert';
import { insertPasted, isOpenText, linkPasted } from './insert';
import { addRest, isLarge, largePastes, Slices } from './large';
import { convertPlain } from './plain';
import { clipboardText, plainKey } from './plainKey';

export interface PasteSurroundings {
  pictures: PicturesArrived;
  /** So many pictures were only addresses, and stayed away. */
  picturesLeftOut: (count: number) => void;
}

interface Clipboard {
  html: string;
  plain: string;
  files: File[];
}

/** What was copied last in an editor, of this or another article: it comes back as it was. */
let ownCopy = '';

export function acceptPaste(around: PasteSurroundings): Extension {
  const { keys, answered } = plainKey(pastePlain);
  return [
    EditorView.clipboardOutputFilter.of((text) => (ownCopy = text)),
    keys,
    largePastes,
    EditorView.domEventHandlers({
      paste(event, view) {
        if (event.clipboardData === null || view.state.readOnly) return false;
        const clipboard = read(event.clipboardData);
        if (isOwn(clipboard)) return false;
        if (!answered()) return paste(view, clipboard, around);
        // A picture has no words: what is selected stays.
        if (clipboard.plain !== '') pastePlain(view, clipboard.plain);
        return true;
      },
    }),
  ];
}

/** Pastes the words alone, for who asks by a menu. Resolves to whether the clipboard could be read. */
export async function pasteWords(view: EditorView, isStillThere: () => boolean): Promise<boolean> {
  const words = await clipboardText();
  if (words && isStillThere()) pastePlain(view, words);
  return words !== null;
}

function read(data: DataTransfer): Clipboard {
  return { html: data.getData('text/html'), plain: data.getData('text/plain'), files: pictureFiles(data) };
}

function isOwn({ html, plain }: Clipboard): boolean {
  return html === '' && plain !== '' && plain.replaceAll('\r\n', '\n') === ownCopy;
}

function pastePlain(view: EditorView, plain: string): void {
  view.dispatch(insertPasted(view.state, convertPlain(plain), plain));
}

/** False when there is nothing that could be pasted. */
function paste(view: EditorView, { html, plain, files }: Clipboard, around: PasteSurroundings): boolean {
  const link = linkPasted(view.state, plain);
  if (link !== null) {
    view.dispatch(link);
    return true;
  }
  if (isLarge(html) && isOpenText(view.state) && pasteLarge(view, html, around)) return true;
  const { pictures, ...text } = convertHtml(html, lastNote(html, view.state.doc));
  // Word puts a picture of the words beside them: the words are meant.
  if (text.text !== '') view.dispatch(insertPasted(view.state, text, plain || text.text));
  const found = text.text === '' && files.length > 0 ? files : pictures.files;
  if (found.length > 0) around.pictures(found, view.state.selection.main.to);
  else if (text.text === '' && plain.trim() !== '') pastePlain(view, plain);
  if (found !== files && pictures.leftOut > 0) around.picturesLeftOut(pictures.leftOut);
  return text.text !== '' || found.length > 0 || plain.trim() !== '' || pictures.leftOut > 0;
}

/** False when there are no words in it. */
function pasteLarge(view: EditorView, html: string, around: PasteSurroundings): boolean {
  const slices = new Slices();
  const { pieces, pictures } = convertInPieces(html, lastNote(html, view.state.doc), (blocks) =>
    slices.isOver(blocks),
  );
  slices.beginFirst();
  const first = pieces.next();
  if (first.done === true) return false;
  const beginning = insertPasted(view.state, { text: first.value, shape: 'blocks' }, first.value);
  // It stays in sight until the end is there to go to.
  view.dispatch({ ...beginning, scrollIntoView: false });
  const at = view.state.selection.main.head;
  const done = () => {
    if (pictures.files.length > 0) around.pictures(pictures.files, view.state.selection.main.to);
    if (pictures.leftOut > 0) around.picturesLeftOut(pictures.leftOut);
  };
  addRest(view, { pieces, slices, at, done });
  return true;
}

/** The number of the article's last footnote, when footnotes may be coming. */
function lastNote(html: string, text: Text): number {
  if (!/#_(?:ftn|edn)/.test(html)) return 0;
  const numbers = [...text.toString().matchAll(/\[\^e?(\d+)\]/g)].map(([, number]) => Number(number));
  return Math.max(0, ...numbers);
}
