import type { ListedPicture } from '$lib/api';

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The pictures whose description and file name have all of the words, be they unfinished; accents are forgiven. */
export function matchingPictures(
  pictures: ListedPicture[],
  query: string,
  unusedOnly: boolean,
): ListedPicture[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  return pictures.filter(({ picture, uses }) => {
    if (unusedOnly && uses > 0) return false;
    if (wanted.length === 0) return true;
    const text = plain(`${picture.alt} ${picture.fileName}`);
    return wanted.every((word) => text.includes(word));
  });
}
