// Where a link leads, from what a person types: a web page, a phone number, an email address.

import { completeAddress } from './notation/address';

export type DestinationKind = 'web' | 'phone' | 'email' | 'practice' | 'article' | 'place';

export interface Destination {
  kind: DestinationKind;
  /** As it stands in the text. */
  address: string;
  /** As it is shown: `example.org/visits`, `802-555-0147`. */
  shown: string;
}

const PHONE =
  /^(?:(?:call|phone|tel|dial|text)\b[\s:]*(?:us\b)?(?:\s*at\b)?\s*)?(\+?\(?\d[\d\s().\-/]{4,}\d)$/i;
const EMAIL =
  /^(?:(?:e-?mail|write|mail)\b[\s:]*(?:to\b|us\b)?(?:\s*at\b)?\s*)?([^\s/@:]+@[^\s/@]+\.[^\s/@]+)$/i;
const WEB = /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;
const OWN = /^(article|practice):\S+$/;

/** Nothing for words that are no address: they may be those of an article's title. */
export function understood(typed: string): Destination | null {
  const text = typed.trim();
  const phone = PHONE.exec(text)?.[1]?.trim();
  if (phone !== undefined && digits(phone) >= 7) {
    return { kind: 'phone', address: completeAddress(phone.replaceAll('/', ' ')), shown: phone };
  }
  const email = EMAIL.exec(text)?.[1];
  if (email !== undefined) return { kind: 'email', address: `mailto:${email}`, shown: email };
  if (WEB.test(text)) return { kind: 'web', address: completeAddress(text), shown: bare(text) };
  return complete(text);
}

/** An address as it stands in a text, shown as a person would write it. */
function complete(text: string): Destination | null {
  const own = OWN.exec(text)?.[1];
  if (own === 'article' || own === 'practice') return { kind: own, address: text, shown: text };
  if (/^tel:.+/i.test(text)) return { kind: 'phone', address: text, shown: text.slice(4) };
  if (/^mailto:.+/i.test(text)) return { kind: 'email', address: text, shown: text.slice(7) };
  if (/^#\S+$/.test(text)) return { kind: 'place', address: text, shown: text };
  if (/^https?:\/\/[^\s/]+\S*$/i.test(text)) return { kind: 'web', address: text, shown: bare(text) };
  return null;
}

function digits(text: string): number {
  return text.replaceAll(/\D/g, '').length;
}

function bare(address: string): string {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}
