// What a version is, in words.

import type { Version } from '$lib/api';
import { dayHeading, timeOfDay } from '$lib/when';
import { words } from '$lib/words';

const say = words.versions;

export const reasonOf = ({ reason }: Version): string => say.reasons[reason] ?? '';

/** "+24 −3 words"; nothing where no word changed. */
export function changeOf({ added, removed }: Version): string {
  const parts = [added > 0 && say.added(added), removed > 0 && say.removed(removed)].filter(Boolean);
  return parts.length === 0 ? '' : `${parts.join(' ')} ${say.words(added + removed)}`;
}

/** "Today, 2:32 PM". */
export const momentOf = ({ kept }: Version, now: Date): string =>
  `${dayHeading(kept, now)}, ${timeOfDay(kept)}`;

/** All of it, for those who hear it. */
export function spoken(version: Version, now: Date): string {
  const { name, added, removed } = version;
  const parts = [name, momentOf(version, now), reasonOf(version)];
  if (added > 0) parts.push(say.addedLong(added));
  if (removed > 0) parts.push(say.removedLong(removed));
  return parts.filter(Boolean).join('. ');
}
