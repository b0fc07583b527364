// The text as people write it: headings, emphasis, lists, links, tables, footnotes as the finished page knows them.

import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import type { Extension } from '@codemirror/state';
import type { Tree } from '@lezer/common';

/** One for all articles: making it takes as long as a small article takes to be shown. */
const support = markdown({
  base: markdownLanguage,
  completeHTMLTags: false,
  // What the finished page doesn't know either, or shows as it was typed.
  extensions: { remove: ['Superscript', 'Subscript', 'Emoji', 'TaskList', 'HTMLBlock'] },
  addKeymap: false,
});

export const markdownSupport = (): Extension => support;

/** The same for a text, or a part of one, that nobody edits. */
export const parseText = (text: string): Tree => support.language.parser.parse(text);
