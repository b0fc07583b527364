// How a text looks while it is written. Colours and fonts come from `styles/tokens.css`.

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const style = HighlightStyle.define([
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.monospace, fontFamily: 'var(--font-mono)', fontSize: '0.88em' },
  { tag: tags.labelName, color: 'var(--text-faint)', fontSize: '0.88em' },
  // What is never hidden, such as the lines of a table.
  { tag: [tags.processingInstruction, tags.contentSeparator], color: 'var(--text-faint)', fontWeight: '400' },
]);

/** The room of one level of a list. */
const LEVEL = 1.6;

/** Marks that stand where there is room anyway: when they come and go, no word moves. */
const hanging = (width: string) => ({
  display: 'inline-block',
  width,
  marginLeft: `-${width}`,
  color: 'var(--text-faint)',
  fontWeight: '400',
  letterSpacing: '0',
  lineHeight: '1',
  whiteSpace: 'pre',
});

const heading = (size: string, above: string) => ({ fontSize: size, paddingTop: above });

const layout = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'transparent', fontSize: 'var(--writing, 17px)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font)', lineHeight: '1.65', overflow: 'visible' },
  // A table of many columns does not make the other lines wider.
  '.cm-content': { minWidth: '0', padding: '0 0 40vh', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--text-faint)' },
  '.cm-searchMatch': { backgroundColor: 'var(--mark)', borderRadius: '2px' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--mark-strong)' },
});

const inline = EditorView.theme({
  '.cm-mark': { color: 'var(--text-faint)', fontWeight: '400', fontStyle: 'normal' },
  '.cm-link': {
    color: 'var(--accent-text)',
    textDecoration: 'underline',
    textDecorationColor: 'color-mix(in srgb, currentColor 45%, transparent)',
    textDecorationThickness: '1px',
    textUnderlineOffset: '0.2em',
  },
  // Only its words will be on the site.
  '.cm-link-lost': { color: 'var(--notice)', textDecorationStyle: 'dotted', textDecorationThickness: '2px' },
  '.cm-address': { color: 'var(--text-faint)', fontSize: '0.85em', textDecoration: 'none' },
  '.cm-inline-code': {
    padding: '0.1em 0.2em',
    borderRadius: '4px',
    backgroundColor: 'var(--surface-sunken)',
  },
});

const blocks = EditorView.theme({
  '.cm-heading': { lineHeight: '1.3', fontWeight: '700', letterSpacing: '-0.012em' },
  '.cm-heading-1, .cm-heading-2': heading('1.45em', '0.4em'),
  '.cm-heading-3': heading('1.18em', '0.3em'),
  '.cm-heading-4, .cm-heading-5, .cm-heading-6': heading('1em', '0.3em'),
  '.cm-hanging': {
    ...hanging('30px'),
    paddingRight: '6px',
    fontFamily: 'var(--font-mono)',
    fontSize: '11px',
    textAlign: 'right',
  },
  '.cm-quotation-1, .cm-quotation-2, .cm-quotation-3': {
    paddingLeft: '20px',
    borderLeft: '3px solid var(--accent)',
    color: 'var(--text-soft)',
  },
  '.cm-quotation-2': { paddingLeft: '40px' },
  '.cm-quotation-3': { paddingLeft: '60px' },
  '.cm-hanging-quote': hanging('14px'),
  '.cm-code': {
    padding: '0 12px',
    backgroundColor: 'var(--surface-sunken)',
    fontFamily: 'var(--font-mono)',
    fontSize: '0.88em',
  },
  '.cm-rule': {
    background: 'linear-gradient(var(--line-strong), var(--line-strong)) center / 100% 1px no-repeat',
    opacity: '0.6',
  },
});

const levels = Object.fromEntries(
  [1, 2, 3, 4, 5].map((depth) => [`.cm-list-${depth}`, { paddingLeft: `${depth * LEVEL}em` }]),
);

const lists = EditorView.theme({
  ...levels,
  '.cm-bullet, .cm-number': {
    display: 'inline-block',
    minWidth: `${LEVEL}em`,
    marginLeft: `-${LEVEL}em`,
    color: 'var(--text-soft)',
  },
  '.cm-bullet': { paddingLeft: '0.45em', color: 'var(--accent-text)', boxSizing: 'border-box' },
  '.cm-number': { fontVariantNumeric: 'tabular-nums' },
});

const box = (line: string, ground: string) => ({ borderLeftColor: line, backgroundColor: ground });

const inserts = EditorView.theme({
  '.cm-callout': { padding: '0 16px', borderLeft: '4px solid var(--accent)' },
  '.cm-callout-first': { paddingTop: '10px', borderTopRightRadius: 'var(--radius)' },
  '.cm-callout-last': { paddingBottom: '10px', borderBottomRightRadius: 'var(--radius)' },
  '.cm-callout-note': box('var(--accent)', 'var(--accent-soft)'),
  '.cm-callout-important': box('var(--notice)', 'var(--notice-soft)'),
  '.cm-callout-call': box('var(--accent)', 'var(--surface-sunken)'),
  '.cm-callout-title': { marginRight: '8px', fontWeight: '650' },
  '.cm-source-reference': {
    padding: '0 2px',
    color: 'var(--accent-text)',
    fontSize: '0.72em',
    verticalAlign: 'super',
    lineHeight: '1',
  },
  '.cm-source': { color: 'var(--text-soft)', fontSize: '0.9em' },
  '.cm-source-number': {
    display: 'inline-block',
    minWidth: '1.6em',
    color: 'var(--text-faint)',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-ask': {
    padding: '12px 16px',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    textAlign: 'center',
    fontWeight: '600',
  },
  '.cm-video': { padding: '10px 16px', border: '1px solid var(--line)', borderRadius: 'var(--radius)' },
  '.cm-video::before': { content: '"▶"', marginRight: '12px', color: 'var(--accent-text)' },
});

/** Lines that follow each other as rows are one table to the browser, with columns as wide as their words. */
const tables = EditorView.theme({
  // Inherited by the table, which is no element.
  '.cm-content': { borderCollapse: 'collapse' },
  '.cm-line.cm-table-row, .cm-line.cm-table-rule': { display: 'table-row' },
  '.cm-cell': {
    display: 'table-cell',
    minWidth: '88px',
    padding: '5px 12px',
    border: '1px solid var(--line)',
    fontSize: '0.94em',
    lineHeight: '1.5',
    overflowWrap: 'break-word',
    wordBreak: 'normal',
  },
  '.cm-table-head .cm-cell': { backgroundColor: 'var(--surface-sunken)', fontWeight: '600' },
  '.cm-cell-center': { textAlign: 'center' },
  '.cm-cell-right': { textAlign: 'right' },
  '.cm-table-rule': { height: '0', fontSize: '0', lineHeight: '0' },
});

/** How wide a picture is shown that is not as wide as the text. */
const SMALL = '220px';
const MEDIUM = '400px';

const pictures = EditorView.theme({
  '.cm-picture': { display: 'block', margin: '4px 0 6px' },
  '.cm-picture img': {
    display: 'block',
    width: 'min(100%, var(--width), 420px * var(--ratio))',
    height: 'auto',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--surface-sunken)',
  },
  '.cm-picture-small img': { width: `min(100%, var(--width), ${SMALL})` },
  '.cm-picture-medium img': { width: `min(100%, var(--width), ${MEDIUM}, 420px * var(--ratio))` },
  // At the side where the page has it. The words that stand beside it there stand below: lines of the text are as wide as it.
  '.cm-figure-small': { maxWidth: SMALL },
  '.cm-figure-medium': { maxWidth: MEDIUM },
  '.cm-figure-center': { marginInline: 'auto', textAlign: 'center' },
  '.cm-figure-right': { marginLeft: 'auto', textAlign: 'right' },
  '.cm-figure-center img': { marginInline: 'auto' },
  '.cm-figure-right img': { marginLeft: 'auto' },
  '.cm-picture-inline': { display: 'inline-block', margin: '0', verticalAlign: 'middle' },
  '.cm-picture-inline img': { width: 'min(var(--width), 4.5em * var(--ratio))' },
  '.cm-caption': {
    display: 'block',
    marginBottom: '4px',
    color: 'var(--text-soft)',
    fontSize: '15px',
    lineHeight: '1.5',
    textAlign: 'center',
  },
  '.cm-picture-missing': {
    padding: '16px',
    border: '1px dashed var(--line-strong)',
    borderRadius: 'var(--radius)',
    color: 'var(--text-faint)',
    fontSize: '14px',
  },
  '.cm-picture-line': { color: 'var(--text-soft)', fontSize: '13px', lineHeight: '1.45' },
  '.cm-description-label': { color: 'var(--text-faint)', fontWeight: '600' },
  '.cm-no-description': { color: 'var(--text-faint)', fontStyle: 'italic' },
});

// The first wins over those after it.
export const theme: Extension = [
  tables,
  inserts,
  pictures,
  lists,
  blocks,
  inline,
  layout,
  syntaxHighlighting(style),
];
