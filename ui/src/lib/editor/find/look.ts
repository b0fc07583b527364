import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Buttons and fields have the looks of all others (`styles/controls.css`). */
export const look: Extension = EditorView.theme({
  '&.cm-panels, .cm-panels': {
    // Over the text, so that no line moves when the panel comes.
    position: 'absolute',
    inset: '0 0 auto',
    zIndex: '2',
    border: '0',
    borderBottom: '1px solid var(--line)',
    boxShadow: 'var(--shadow)',
    // The shadow falls on the text, not on what stands beside it.
    clipPath: 'inset(0 0 -48px)',
    backgroundColor: 'var(--bg-side)',
    color: 'var(--text)',
    font: '13px/20px var(--font)',
  },
  '.cm-find': { container: 'find / inline-size', display: 'flex', gap: '4px', padding: '8px 20px 8px 12px' },
  // Beside the text there may be no room for all of it in one row.
  '@container find (max-width: 520px)': {
    '.cm-find-row': { flexWrap: 'wrap' },
    '.cm-find-row .cm-find-checks': { order: '1', flexBasis: '100%' },
  },
  '.cm-find-rows': { display: 'grid', flex: '1', gap: '8px', minWidth: '0' },
  '.cm-find-row': { display: 'flex', alignItems: 'center', gap: '4px', minWidth: '0' },
  '.cm-find-row[hidden]': { display: 'none' },
  '.cm-find-row .button': { marginLeft: '4px', flex: 'none' },
  '.cm-find-field': { position: 'relative', flex: '1 1 160px', minWidth: '0' },
  '.cm-find .input': { minHeight: '32px', padding: '5px 10px' },
  '.cm-find-field .input': { paddingRight: '84px' },
  '.cm-find-row > .input': { flex: '1 1 160px', minWidth: '0' },
  '.cm-find-count': {
    position: 'absolute',
    right: '10px',
    top: '6px',
    color: 'var(--text-faint)',
    fontSize: '12px',
    fontVariantNumeric: 'tabular-nums',
    pointerEvents: 'none',
  },
  '.cm-find-none': { color: 'var(--danger)' },
  '.cm-find-checks': { display: 'flex', flex: 'none' },
  '.cm-find-check': {
    display: 'flex',
    flex: 'none',
    alignItems: 'center',
    gap: '6px',
    minHeight: '32px',
    padding: '0 6px',
    color: 'var(--text-soft)',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
  },
  '.cm-find-check input': { margin: '0' },
  '.cm-find-close': { marginLeft: 'auto' },
  '.cm-find-more': { flex: 'none', minWidth: '28px', padding: '0' },
  '.cm-find-more svg': { transition: 'transform var(--quick)' },
  '.cm-find-more[aria-expanded=true] svg': { transform: 'rotate(90deg)' },
});
