// How a text looks while it is written. Colours and fonts come from `app.css`.

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const style = HighlightStyle.define([
  { tag: tags.heading1, fontSize: '1.6em', fontWeight: '700', letterSpacing: '-0.015em' },
  { tag: tags.heading2, fontSize: '1.45em', fontWeight: '700', letterSpacing: '-0.01em' },
  { tag: tags.heading3, fontSize: '1.18em', fontWeight: '650' },
  { tag: [tags.heading4, tags.heading5, tags.heading6], fontWeight: '650' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.link, color: 'var(--accent-text)' },
  { tag: [tags.url, tags.labelName], color: 'var(--text-faint)', fontSize: '0.88em' },
  { tag: tags.monospace, fontFamily: 'var(--font-mono)', fontSize: '0.88em' },
  { tag: tags.quote, color: 'var(--text-soft)' },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: 'var(--text-faint)', fontWeight: '400' },
]);

const layout = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'transparent', fontSize: '17px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font)', lineHeight: '1.65', overflow: 'visible' },
  '.cm-content': { padding: '0 0 40vh', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--text-faint)' },
  '.cm-heading': { paddingTop: '0.35em', lineHeight: '1.3' },
  '.cm-quotation': { borderLeft: '3px solid var(--line-strong)', paddingLeft: '16px' },
  '.cm-item': { paddingLeft: '1.3em', textIndent: '-1.3em' },
  '.cm-code': {
    backgroundColor: 'var(--surface-sunken)',
    fontFamily: 'var(--font-mono)',
    fontSize: '0.88em',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--mark)', borderRadius: '2px' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--mark-strong)' },
});

export const theme: Extension = [layout, syntaxHighlighting(style)];
