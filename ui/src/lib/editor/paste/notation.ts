// Blocks as text in the article's notation, with as few marks as will do: people see this text.

import type { Link, Paragraph, Root, Text } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';

import { escapeDestination } from '../notation/escape';

export function notation(root: Root): string {
  return toMarkdown(root, options).trimEnd();
}

/**
 * Letters and stops of which no mark can begin or end within a line: most of what people write. All marks are among the
 * letters of ASCII. Ranges instead of classes of Unicode: some webviews take ten times as long for those.
 */
const PLAIN = /^[ A-Za-z0-9,.:;'"()?!%$/@+\u00A1-\uFFFF-]*$/;
/** What no block begins with, such as a list or a heading. */
const START = /^[A-Za-z'"(\u00A1-\uFFFF]/;

/** The library looks at every mark of a text once for each mark: short pieces keep that short. */
const PIECE = 400;

const text: Handle = (node: Text, _parent, state, info) => {
  if (isPlain(node.value, info.before, info.after)) return node.value;
  const pieces: string[] = [];
  for (let at = 0; at < node.value.length; at += PIECE) {
    const before = at === 0 ? info.before : (node.value[at - 1] ?? '');
    const after = node.value[at + PIECE] ?? info.after;
    pieces.push(state.safe(node.value.slice(at, at + PIECE), { ...info, before, after }));
  }
  return fewerEscapes(pieces.join(''));
};

/** Whether words between these letters need no escapes. */
function isPlain(words: string, before: string, after: string): boolean {
  if (!PLAIN.test(words)) return false;
  if (before === '\n' ? !START.test(words) : before === ']' && words.startsWith('(')) return false;
  return !(words.endsWith(' ') && after === '\n') && !(words.endsWith('!') && after === '[');
}

/** Most paragraphs are nothing but words. */
const paragraph: Handle = (node: Paragraph, parent, state, info) => {
  const [only, second] = node.children;
  if (only?.type === 'text' && second === undefined && isPlain(only.value, '\n', '\n')) return only.value;
  return defaultHandlers.paragraph(node, parent, state, info);
};

/** Always words and an address, as the editor's own links are; the address as it is, without escapes. */
const writeLink: Handle = (node: Link, _parent, state, info) => {
  const leave = state.enter('link');
  const leaveWords = state.enter('label');
  const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  leaveWords();
  leave();
  return `[${words}](${escapeDestination(node.url)})`;
};
const link = Object.assign(writeLink, { peek: () => '[' });

const options: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  listItemIndent: 'one',
  extensions: [
    // Columns of the same width say nothing in a font of varying width.
    gfmTableToMarkdown({ stringLength: () => 3 }),
    gfmStrikethroughToMarkdown(),
    gfmFootnoteToMarkdown(),
  ],
  handlers: { text, link, paragraph },
};

/**
 * Takes back what the library escapes to be safe everywhere, where it means nothing: `Q&A`, `first_name`, `5 * 3` and the
 * numbers of sources, as in `[1]`.
 */
export function fewerEscapes(escaped: string): string {
  return escaped.replaceAll(/\\([\s\S])/g, (both, letter: string, at: number) => {
    const before = escaped.slice(Math.max(0, at - 2), at);
    const after = escaped.slice(at + 2, at + 40);
    return isNeedless(letter, before, after) ? letter : both;
  });
}

function isNeedless(letter: string, before: string, after: string): boolean {
  if (letter === '&') return !/^#?\w+;/.test(after);
  if (letter === '_') return /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
  if (letter === '*') return /\S $/.test(before) && after.startsWith(' ');
  return letter === '[' && !before.endsWith('!') && /^\d+(?:[,–-] ?\d+)*\](?:[^([:]|$)/.test(after);
}
