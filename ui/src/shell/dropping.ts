// What is dropped anywhere on the window: text files become articles, pictures go into the open one, or where the screen
// keeps them.

import { Refusal } from '$lib/api';
import { isPicture } from '$lib/editor/pictures';
import { importFiles } from '$lib/state/importing';
import type { TakePictures } from '$lib/state/commands.svelte';
import type { Library } from '$lib/state/library.svelte';
import { address, paths } from '$lib/state/route.svelte';
import { words } from '$lib/words';

/** Returns how to take no more. */
export function takeDropped(library: Library, pictures: () => TakePictures | null): () => void {
  // Before the editor, which would put a text file's words into the article.
  const first = (event: DragEvent) => {
    const files = filesOf(event);
    if (files.length === 0 || files.every(isPicture) || isCovered()) return;
    event.preventDefault();
    event.stopPropagation();
    void take(library, files, pictures());
  };
  // After every place that takes pictures. What nobody takes must not replace the whole window.
  const last = (event: DragEvent) => {
    const files = event.defaultPrevented || isCovered() ? [] : filesOf(event);
    event.preventDefault();
    if (files.length > 0) void take(library, files, pictures());
  };
  const over = (event: DragEvent) => event.preventDefault();
  addEventListener('drop', first, true);
  addEventListener('drop', last);
  addEventListener('dragover', over);
  return () => {
    removeEventListener('drop', first, true);
    removeEventListener('drop', last);
    removeEventListener('dragover', over);
  };
}

const filesOf = (event: DragEvent) => [...(event.dataTransfer?.files ?? [])];
const isText = ({ name }: File) => /\.(md|markdown|txt)$/i.test(name);
/** A dialog asks for something else now. */
const isCovered = () => document.querySelector('dialog[open]') !== null;

async function take(library: Library, files: File[], pictures: TakePictures | null): Promise<void> {
  const dropped = files.filter(isPicture);
  const other = files.find((file) => !isPicture(file) && !isText(file));
  // Who gives an article a picture stays there.
  const stays = dropped.length > 0 && pictures !== null;
  if (stays) pictures(dropped);
  await importFiles(library, files.filter(isText), (ids) => stays || showMade(ids));
  if (other !== undefined) refuse(library, words.dropped.unknown(other.name));
  else if (dropped.length > 0 && !pictures) refuse(library, words.dropped.noArticle);
}

function showMade(ids: readonly string[]): void {
  const [first] = ids;
  address.go(first !== undefined && ids.length === 1 ? paths.article(first) : paths.articles);
}

function refuse({ history }: Library, why: { message: string; hint: string }): void {
  history.fail(new Refusal({ code: 'invalid', ...why }));
}
