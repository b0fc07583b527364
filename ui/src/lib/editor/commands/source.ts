import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

import { finishes } from '../finished';
import { escapeBrackets, escapeDestination } from '../notation/escape';
import { completeAddress } from '../notation/address';

const LAST_IS_SOURCE = /(?:^|\n)\[\^[^\]\s]+\]:[^\n]*$/;
const REFERENCE = /\[\^([^\]\s]+)\]/g;

/** A number behind the words at the cursor, and the source at the end of the article. */
export function source(state: EditorState, title: string, address: string): TransactionSpec {
  const text = state.doc.toString();
  const label = nextLabel(text);
  const { to } = state.selection.main;
  const words = escapeBrackets(title);
  const destination = address.trim() === '' ? '' : escapeDestination(completeAddress(address));
  const said = destination === '' ? words : `[${words || escapeBrackets(address)}](${destination})`;
  // Empty lines after the last words go, but for those up to the cursor.
  const end = Math.max(to, text.trimEnd().length);
  const follows = to < end && LAST_IS_SOURCE.test(text.slice(0, end)) ? '\n' : '\n\n';
  const reference = `[^${label}]`;
  return {
    changes: [
      { from: to, insert: reference },
      { from: end, to: text.length, insert: `${follows}${reference}: ${said}\n` },
    ],
    selection: EditorSelection.cursor(to + reference.length),
    userEvent: 'input.insert',
    scrollIntoView: true,
    annotations: finishes.of(true),
  };
}

/** The lowest number that no source of the article has. */
function nextLabel(text: string): number {
  const used = new Set([...text.matchAll(REFERENCE)].map(([, label]) => label));
  let number = 1;
  while (used.has(String(number))) number += 1;
  return number;
}
