// What the link dialog offers: what the typed words mean, own articles, and ways to reach the practice.

import { type Destination, type DestinationKind, understood } from '$lib/editor/destination';
import { words } from '$lib/words';

import type { OwnArticle } from './ownArticles';

export interface LinkChoice {
  key: string;
  kind: DestinationKind;
  label: string;
  /** What kind of place this is, in a few words. */
  means: string;
  /** Why only the words of such a link would be on the site. */
  lost?: string;
  /** Absent for an article, whose address is asked for when it is needed. */
  address?: string;
  /** Of an article. */
  article?: string;
}

export interface Reachable {
  phone: string;
  email: string;
  bookingUrl: string;
}

const say = words.link;

const WANTED = [
  ['phone', /call|phone|number|tel/i],
  ['booking', /book|appoint|schedul|visit/i],
  ['email', /mail|write|contact/i],
] as const;

export function linkChoices(typed: string, articles: OwnArticle[], practice: Reachable | null): LinkChoice[] {
  const meant = understood(typed);
  const own = articles.map(articleChoice);
  return [...(meant ? [typedChoice(meant)] : []), ...own, ...practiceChoices(typed, practice)];
}

export function typedChoice(meant: Destination): LinkChoice {
  const { kind, address } = meant;
  const reach = kind === 'practice' ? address.slice('practice:'.length) : '';
  // Its title is asked for, and its address says nothing to anybody.
  const label = kind === 'article' ? say.kinds.article : (say.reach[reach] ?? meant.shown);
  return { key: `typed ${address}`, kind, label, means: say.kinds[kind], address };
}

export function articleChoice({ id, title, whereabouts }: OwnArticle): LinkChoice {
  const choice: LinkChoice = {
    key: id,
    kind: 'article',
    label: title,
    means: say.articleIs[whereabouts],
    article: id,
  };
  return whereabouts === 'site' ? choice : { ...choice, lost: say.lost[whereabouts] };
}

/** Those that the practice has; while something is typed, those that it asks for. */
function practiceChoices(typed: string, practice: Reachable | null): LinkChoice[] {
  if (practice === null) return [];
  const has = { phone: practice.phone, booking: practice.bookingUrl, email: practice.email };
  return WANTED.filter(
    ([reach, wanted]) => has[reach].trim() !== '' && (typed.trim() === '' || wanted.test(typed)),
  ).map(([reach]) => ({
    key: reach,
    kind: 'practice' as const,
    label: say.reach[reach] ?? reach,
    means: has[reach],
    address: `practice:${reach}`,
  }));
}
