import type { Picture } from '$lib/api';

/** What people know a picture by. */
export const nameOf = ({ alt, fileName }: Pick<Picture, 'alt' | 'fileName'>): string => alt || fileName;
