// How a picture that stands alone is shown: what is written in its title. `figure.rs` reads the same for the page.

export const SIZES = ['small', 'medium', 'full'] as const;
export const SIDES = ['left', 'center', 'right'] as const;

export interface Figure {
  caption: string;
  /** Who took the picture. */
  credit: string;
  size: (typeof SIZES)[number];
  side: (typeof SIDES)[number];
}

export const PLAIN: Figure = { caption: '', credit: '', size: 'full', side: 'center' };

/** What is not understood is part of the caption. */
export function figureOf(title: string): Figure {
  const figure = { ...PLAIN };
  const caption: string[] = [];
  for (const part of title.split('|')) {
    if (!take(figure, part) && part.trim() !== '') caption.push(part.trim());
  }
  return { ...figure, caption: caption.join(' | ') };
}

function take(figure: Figure, part: string): boolean {
  const [, name = '', value = ''] = /^\s*(credit|size|side)\s*:\s*(.*?)\s*$/is.exec(part) ?? [];
  const known = value.toLowerCase();
  const size = SIZES.find((each) => each === known);
  const side = SIDES.find((each) => each === known);
  if (name.toLowerCase() === 'credit' && value !== '') figure.credit = value;
  else if (name.toLowerCase() === 'size' && size) figure.size = size;
  else if (name.toLowerCase() === 'side' && side) figure.side = side;
  else return false;
  return true;
}

/** No more than there is to say: a picture as wide as the text has no side. */
export function titleOf({ caption, credit, size, side }: Figure): string {
  const one = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  const parts = [one(caption)];
  if (one(credit) !== '') parts.push(`credit: ${one(credit).replaceAll('|', '/')}`);
  if (size !== 'full') parts.push(`size: ${size}`);
  if (size !== 'full' && side !== 'center') parts.push(`side: ${side}`);
  return parts.filter(Boolean).join(' | ');
}
