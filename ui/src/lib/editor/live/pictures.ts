// Pictures as pictures. The words below one say what it shows, and are part of the text: they are written where they stand.

import { Facet } from '@codemirror/state';
import { type EditorView, WidgetType } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';

import { words } from '../../words';
import { type Figure, figureOf, PLAIN } from '../figure';
import { isAlone } from '../notation/alone';
import { titleText } from '../notation/escape';
import { showLinkMarks } from './linkMarks';
import type { Draw, Sheet } from './sheet';

/** A picture of the library as it can be shown. */
export interface ShownPicture {
  address: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** Finds what `picture:0123456789abcdef` refers to; nothing if it is not in the library. */
export type FindPicture = (reference: string) => Promise<ShownPicture | null>;

export interface PictureSource {
  find: FindPicture;
  /** What was found before, so that a picture that is drawn again is there at once; `lookAgain` forgets it. */
  found: Map<string, ShownPicture | null>;
}

export const pictureSource = Facet.define<PictureSource, PictureSource | null>({
  combine: (sources) => sources[0] ?? null,
});

export function picturesFrom(find: FindPicture) {
  return pictureSource.of({ find, found: new Map() });
}

class PictureWidget extends WidgetType {
  readonly reference: string;
  /** `inline` within a sentence. */
  readonly size: Figure['size'] | 'inline';

  constructor(reference: string, size: Figure['size'] | 'inline') {
    super();
    this.reference = reference;
    this.size = size;
  }

  override eq(other: PictureWidget): boolean {
    return other.reference === this.reference && other.size === this.size;
  }

  override toDOM(view: EditorView): HTMLElement {
    const frame = document.createElement('span');
    frame.className = `cm-picture cm-picture-${this.size}`;
    frame.dataset['reference'] = this.reference;
    const source = view.state.facet(pictureSource);
    const known = source?.found.get(this.reference);
    if (known !== undefined) fill(frame, known);
    else if (source) void findFor(frame, this.reference, source, view);
    return frame;
  }

  /** A click on the picture puts the cursor beside it. */
  override ignoreEvent(): boolean {
    return false;
  }
}

/** Pictures came into the library or left it, or look different: what is shown of each is asked for anew. */
export function lookAgain(view: EditorView): void {
  const source = view.state.facet(pictureSource);
  if (source === null) return;
  source.found.clear();
  for (const frame of view.contentDOM.querySelectorAll<HTMLElement>('.cm-picture')) {
    void findFor(frame, frame.dataset['reference'] ?? '', source, view);
  }
}

async function findFor(
  frame: HTMLElement,
  reference: string,
  source: PictureSource,
  view: EditorView,
): Promise<void> {
  try {
    const found = await source.find(reference);
    source.found.set(reference, found);
    fill(frame, found);
  } catch {
    // Nobody answered: it is asked again when the picture is drawn again.
    fill(frame, null);
  }
  view.requestMeasure();
}

function fill(frame: HTMLElement, picture: ShownPicture | null): void {
  frame.classList.toggle('cm-picture-missing', picture === null);
  if (picture === null) {
    frame.textContent = words.editor.pictureMissing;
    return;
  }
  // The same picture is not loaded anew.
  if (frame.querySelector('img')?.getAttribute('src') === picture.address) return;
  const image = document.createElement('img');
  // What it shows stands below, as text.
  image.alt = '';
  image.draggable = false;
  // The room is there before the file is.
  image.width = picture.width;
  image.height = picture.height;
  image.style.setProperty('--width', `${picture.width}px`);
  image.style.setProperty('--ratio', String(picture.width / picture.height));
  image.src = picture.address;
  frame.replaceChildren(image);
}

class NoDescription extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const note = document.createElement('span');
    note.className = 'cm-no-description';
    note.textContent = words.editor.noDescription;
    return note;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

const noDescription = new NoDescription();

/** That these words are heard, and not read on the page. */
class DescriptionLabel extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const label = document.createElement('span');
    label.className = 'cm-description-label';
    label.textContent = `${words.editor.describedAs} `;
    return label;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

const descriptionLabel = new DescriptionLabel();

/** The caption and the credit, which are changed in the picture's dialog. */
class Caption extends WidgetType {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override eq(other: Caption): boolean {
    return other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const caption = document.createElement('span');
    caption.className = 'cm-caption';
    caption.textContent = this.text;
    return caption;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

type Marks = [SyntaxNode, SyntaxNode];

const picture: Draw = ({ node }, sheet) => {
  const url = node.getChild('URL');
  const [open, close] = node.getChildren('LinkMark');
  if (!url || !open || !close) return;
  const reference = sheet.text(url.from, url.to);
  if (!reference.startsWith('picture:')) return;
  const alone = isAlone(sheet.state, node);
  const line = sheet.lineAt(node.from);
  const title = node.getChild('LinkTitle');
  const figure = title ? figureOf(titleText(sheet.text(title.from, title.to))) : PLAIN;
  // As on the page the caption stands below the picture, and what is only heard below both.
  sheet.put(node.from, new PictureWidget(reference, alone ? figure.size : 'inline'), -3);
  if (alone) {
    sheet.line(line.from, 'cm-picture-line');
    if (figure.size !== 'full') {
      sheet.line(line.from, `cm-figure-${figure.size}`);
      sheet.line(line.from, `cm-figure-${figure.side}`);
    }
    const said = captionOf(figure);
    if (said !== '') sheet.put(node.from, new Caption(said), -2);
    if (open.to < close.from) sheet.put(node.from, descriptionLabel, -1);
  }
  return drawDescription(sheet, node, [open, close], alone) ? undefined : false;
};

function captionOf({ caption, credit }: Figure): string {
  return [caption, credit === '' ? '' : words.picture.creditOf(credit)].filter(Boolean).join(' ');
}

/** Whether there is something to draw in the description. */
function drawDescription(sheet: Sheet, node: SyntaxNode, [open, close]: Marks, alone: boolean): boolean {
  if (sheet.touched(node)) {
    showLinkMarks(sheet, node, 0);
    return true;
  }
  const empty = open.to === close.from;
  if (alone && !empty) {
    sheet.hide(open.from, open.to);
    sheet.hide(close.from, node.to);
    return true;
  }
  // Within a sentence there is no room for words about the picture.
  if (alone) sheet.replace(node.from, node.to, noDescription);
  else sheet.hide(node.from, node.to);
  return false;
}

export const pictures: Record<string, Draw> = { Image: picture };
