// Where links lead, as it stands in the text.

/** How the addresses of videos begin that the page shows as a card. `video.rs` knows the same. */
const VIDEO =
  /^https:\/\/(?:www\.|m\.)?(?:youtube\.com\/(?:watch\?|shorts\/|live\/)|youtube-nocookie\.com\/embed\/|youtu\.be\/|vimeo\.com\/)./i;

/** What people leave out: `example.org` is on the web, `desk@example.org` is an email address. */
export function completeAddress(typed: string): string {
  const address = typed.trim();
  if (/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(address) && !/^[\w.-]+\.[a-z]+:\d/i.test(address)) return address;
  if (/^[^\s/@]+@[^\s/@]+$/.test(address)) return `mailto:${address}`;
  if (/^\+?[\d\s().-]{6,}$/.test(address)) return `tel:${address.replaceAll(/[^\d+]/g, '')}`;
  return `https://${address.replace(/^\/+/, '')}`;
}

/** The address as it is kept, or nothing when it is no video that the page knows. */
export function videoAddress(typed: string): string | null {
  const address = typed.trim().replace(/^(?:https?:\/\/)?/i, 'https://');
  return VIDEO.test(address) && URL.canParse(address) ? address : null;
}
