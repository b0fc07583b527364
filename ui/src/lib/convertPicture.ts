// Pictures of kinds that the library can't read, and the window can.

/** The library takes no more. */
const MOST_DOTS = 100_000_000;
/** Dots along a side of the small copy in which transparency is looked for. */
const SMALL = 64;

export type ConvertPicture = (file: File) => Promise<File | null>;

/**
 * The picture as a JPEG, or as a PNG if something of it can be seen through, by whatever decoders the system has: the
 * window of macOS knows HEIC and AVIF, that of Windows AVIF. Nothing where there is none for it.
 */
export const convertPicture: ConvertPicture = async (file) => {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await redrawn(image, file.name.replace(/\.[^.]*$/, ''));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
};

async function redrawn(image: HTMLImageElement, name: string): Promise<File | null> {
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width === 0 || width * height > MOST_DOTS) return null;
  const [type, extension] = isSeenThrough(image) ? ['image/png', 'png'] : ['image/jpeg', 'jpg'];
  const { canvas } = drawn(image, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.95));
  return blob && new File([blob], `${name || 'picture'}.${extension}`, { type: blob.type });
}

function isSeenThrough(image: HTMLImageElement): boolean {
  const { context } = drawn(image, SMALL, SMALL);
  const { data } = context.getImageData(0, 0, SMALL, SMALL);
  return data.some((value, at) => at % 4 === 3 && value < 255);
}

function drawn(image: HTMLImageElement, width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0, width, height);
  return { canvas, context };
}
