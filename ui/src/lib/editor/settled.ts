// The text as the page and the library are to have it.

import { syntaxTree } from '@codemirror/language';
import type { EditorState, Line, Text } from '@codemirror/state';

import { endsWithBreak } from './notation/lineBreak';

/**
 * The text without line breaks after which no words came: to a page, the backslash of such a break is a letter. The editor
 * keeps it, for the words that may still come.
 */
export function settled(state: EditorState): string {
  const text = state.doc.toString();
  // Hardly any text has a break, and hardly any break has nothing behind it.
  if (!/\\\n[ \t>]*(?:\n|$)/.test(text)) return text;
  const gone = [...breaks(state)];
  let [kept, at] = ['', 0];
  for (const position of gone) {
    kept += text.slice(at, position);
    at = position + 1;
  }
  return kept + text.slice(at);
}

/** Where their backslashes stand. */
function* breaks(state: EditorState): Generator<number> {
  for (let number = 1; number < state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    if (endsWithBreak(line.text) && isOpen(state.doc, number + 1) && !isCode(state, line)) yield line.to - 1;
  }
}

/**
 * Whether a line is the empty one that Shift+Enter begins: indented as the words above it, the last one, or with one more
 * empty line before the next words. Enter, after a backslash that somebody typed, begins other lines.
 */
function isOpen(doc: Text, number: number): boolean {
  const isEmpty = (at: number) => /^[ \t>]*$/.test(doc.line(at).text);
  if (!isEmpty(number)) return false;
  if (/[ \t]$/.test(doc.line(number).text) || number === doc.lines) return true;
  return number + 2 <= doc.lines && isEmpty(number + 1) && !isEmpty(number + 2);
}

function isCode(state: EditorState, line: Line): boolean {
  for (let node = syntaxTree(state).resolveInner(line.to, -1); node.parent; node = node.parent)
    if (/Code(?!Mark)/.test(node.name)) return true;
  return false;
}
