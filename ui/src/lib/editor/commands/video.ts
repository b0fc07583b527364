import type { EditorState, TransactionSpec } from '@codemirror/state';

import { apart } from './apart';
import { escapeBrackets, escapeDestination } from './escape';

/** How the addresses of videos begin that the page shows as a card. `video.rs` knows the same. */
const VIDEO =
  /^https:\/\/(?:www\.|m\.)?(?:youtube\.com\/(?:watch\?|shorts\/|live\/)|youtube-nocookie\.com\/embed\/|youtu\.be\/|vimeo\.com\/)./i;

/** The address as it is kept, or nothing when it is no video that the page knows. */
export function videoAddress(typed: string): string | null {
  const address = typed.trim().replace(/^(?:https?:\/\/)?/i, 'https://');
  return VIDEO.test(address) && URL.canParse(address) ? address : null;
}

export function video(state: EditorState, address: string, title: string): TransactionSpec {
  const block = `[${escapeBrackets(title)}](${escapeDestination(address)})\n\n`;
  return apart(state, block, { from: block.length });
}
