// From the HTML of a clipboard to the article's notation.

import type { Root } from 'mdast';

import { foreign } from './document';
import { notation } from './notation';
import type { FoundPictures } from './pictures';
import { type IsEnough, readDocument, readInPieces } from './read';

/** What was pasted, and how it wants to stand: within a line, as paragraphs or items, or apart from what is around it. */
export interface Pasted {
  text: string;
  shape: 'words' | 'paragraphs' | 'list' | 'blocks';
}

export interface Converted extends Pasted {
  pictures: FoundPictures;
}

/** `notesBefore` is the number of the last footnote that the article has. */
export function convertHtml(html: string, notesBefore = 0): Converted {
  const { root, pictures } = readDocument(foreign(html), notesBefore);
  return { text: notation(root), shape: shapeOf(root), pictures };
}

export interface Converting {
  pieces: Generator<string, void>;
  /** All of them once the last piece came. */
  pictures: FoundPictures;
}

/** The same, a piece whenever there is enough of it: empty lines belong between them. */
export function convertInPieces(html: string, notesBefore: number, isEnough: IsEnough): Converting {
  const { pieces, pictures } = readInPieces(foreign(html), notesBefore, isEnough);
  return { pieces: written(pieces), pictures };
}

function* written(pieces: Iterable<Root>): Generator<string, void> {
  for (const piece of pieces) yield notation(piece);
}

function shapeOf({ children }: Root): Pasted['shape'] {
  const all = (type: string) => children.every((block) => block.type === type);
  if (all('paragraph')) return children.length > 1 ? 'paragraphs' : 'words';
  return all('list') ? 'list' : 'blocks';
}
