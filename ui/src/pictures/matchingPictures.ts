import type { ListedPicture } from '$lib/api';
import { hasWords } from '$lib/hasWords';

/** The pictures whose description and file name have all of the words, be they unfinished; accents are forgiven. */
export function matchingPictures(
  pictures: ListedPicture[],
  query: string,
  unusedOnly: boolean,
): ListedPicture[] {
  return pictures.filter(
    ({ picture, uses }) =>
      (!unusedOnly || uses === 0) && hasWords(`${picture.alt} ${picture.fileName}`, query),
  );
}
