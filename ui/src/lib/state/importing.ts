// Files that come from elsewhere: each becomes a draft, and all of them go again with one undo.

import { type ImportedArticle, Refusal } from '../api';
import { words } from '../words';
import type { Library } from './library.svelte';

type Around = Pick<Library, 'door' | 'articles' | 'bin' | 'history'>;

/**
 * What could not be read is told of, and does not keep the others away. `go` is told which articles were made, before
 * the window says so.
 */
export async function importFiles(
  { door, articles, bin, history }: Around,
  files: readonly File[],
  go: (ids: readonly string[]) => void,
): Promise<void> {
  const made: ImportedArticle[] = [];
  let refusal: Refusal | null = null;
  for (const file of files) {
    try {
      const imported = await door.importArticle(file, file.name);
      articles.add(imported.row);
      made.push(imported);
    } catch (thrown) {
      refusal ??= Refusal.from(thrown, words.errors.host);
    }
  }
  const ids = made.map(({ row }) => row.id);
  const [first] = made;
  if (first !== undefined) {
    go(ids);
    const name = words.dropped.action(made.length, first.row.title);
    const each = async (work: (id: string) => Promise<void>) => {
      for (const id of ids) await work(id);
    };
    const action = {
      name,
      undo: () => each((id) => bin.putIn(id)),
      redo: () => each((id) => bin.takeOut(id)),
    };
    history.done(action, told(made, first.row.title));
  }
  if (refusal !== null) history.fail(refusal);
}

function told(made: readonly ImportedArticle[], title: string): string {
  const said = words.dropped.imported(made.length, title);
  return made.some(({ notes }) => notes.length > 0) ? `${said} ${words.dropped.picturesMissing}` : said;
}
