// Web addresses as they are meant: without the wrapping of mail programs and without marks that follow people about.

import { escapeDestination } from '../notation/escape';

const ALLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:']);

// utm_: Google Analytics. mc_: Mailchimp. mkt_tok: Marketo. _hs: HubSpot. igshid, si: Instagram, Spotify and YouTube.
const FOLLOWING =
  /^(?:utm_\w+|gclid|gclsrc|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|ttclid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|igshid|_ga|_gl|vero_id|oly_enc_id|oly_anon_id)$/i;

/** The address to be shown, or null for what is no web page, email address or phone number. */
export function cleanAddress(href: string): string | null {
  const url = unwrapped(href.trim());
  if (url === null || !ALLOWED.has(url.protocol)) return null;
  const shown = url.protocol.startsWith('http') ? withoutFollowing(url) : url.href;
  return escapeDestination(shown);
}

/** Exactly one web address, as it is copied from a browser's address bar. */
export function isWebAddress(text: string): boolean {
  const typed = text.trim();
  return /^https?:\/\/\S+\.\S+$/i.test(typed) && URL.canParse(typed);
}

/** Wrapped twice is common: a search result sent by email. More is no address that a person copied. */
function unwrapped(href: string): URL | null {
  let url = parse(href);
  for (let times = 0; times < 3 && url !== null; times += 1) {
    const inner = wrappedIn(url);
    if (inner === null) break;
    url = parse(inner);
  }
  return url;
}

function wrappedIn(url: URL): string | null {
  const { hostname, pathname, searchParams } = url;
  if (/(?:^|\.)safelinks\.protection\.outlook\.com$/.test(hostname)) return searchParams.get('url');
  if (/^(?:www\.)?google\.[a-z.]+$/.test(hostname) && pathname === '/url')
    return searchParams.get('q') ?? searchParams.get('url');
  return null;
}

function parse(href: string): URL | null {
  return URL.canParse(href) ? new URL(href) : null;
}

/** Takes the marks away and leaves every other letter as it is. */
function withoutFollowing(url: URL): string {
  if (url.search === '') return url.href;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => !FOLLOWING.test(part.split('=', 1)[0] ?? ''));
  const shown = new URL(url);
  shown.search = kept.join('&');
  return shown.href;
}
