// Pictures inside foreign HTML: those that are there become files, the others are only addresses and stay away.

export interface FoundPictures {
  files: File[];
  leftOut: number;
}

const KINDS: Partial<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
};

/** Mail programs write emoji as pictures that have the emoji as their description. */
export function emojiOf(image: Element): string | null {
  const alt = image.getAttribute('alt') ?? '';
  return /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D]*$/u.test(alt)
    ? alt
    : null;
}

/** Marks by which a sender learns that an email was read, and spacers, are pictures of one point. */
export function isUnseen(image: Element): boolean {
  const sides = ['width', 'height'].map((side) => image.getAttribute(side));
  return sides.some((side) => side !== null && /^[012](?:px)?$/.test(side.trim()));
}

export function collect(image: Element, into: FoundPictures): void {
  const file = fileFrom(image.getAttribute('src') ?? '', into.files.length + 1);
  if (file === null) into.leftOut += 1;
  else into.files.push(file);
}

function fileFrom(source: string, number: number): File | null {
  const comma = source.indexOf(',');
  const [, type = ''] = /^data:([\w/+.-]+);base64$/i.exec(source.slice(0, comma).trim()) ?? [];
  const extension = KINDS[type.toLowerCase()];
  if (extension === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(source.slice(comma + 1)), (letter) => letter.charCodeAt(0));
    return new File([bytes], `picture-${number}.${extension}`, { type: type.toLowerCase() });
  } catch {
    // Not the base64 that it says: no picture.
    return null;
  }
}
