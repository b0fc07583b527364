import type { Hours } from '$lib/api';

export type Day = keyof Hours;

export const days: Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export interface OpenHours {
  opens: string;
  closes: string;
}

/** `09:00-17:00`, or nothing on a day on which the practice is closed. */
export function readHours(text: string | null): OpenHours | null {
  if (text === null) return null;
  const [opens = '', closes = ''] = text.split('-').map((part) => part.trim());
  return { opens, closes };
}

export function writeHours({ opens, closes }: OpenHours): string {
  return `${opens}-${closes}`;
}
