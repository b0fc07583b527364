// Ctrl+Shift+V, Cmd+Shift+V: paste the words alone. Most webviews answer the key with a paste; where none comes, the
// clipboard is asked, which may show a small "Paste" button of the system.

import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Longer than any webview takes from the key to its paste, and too short to be noticed. In milliseconds. */
const PATIENCE = 120;

export interface PlainKey {
  keys: Extension;
  /** Is this paste the answer to the key? */
  answered: () => boolean;
}

/** The words on the clipboard; null where the person or the system refuses them. */
export async function clipboardText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}

export function plainKey(insert: (view: EditorView, text: string) => void): PlainKey {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const ask = async (view: EditorView) => {
    waiting = undefined;
    const text = await clipboardText();
    if (text) insert(view, text);
  };
  const keydown = (event: KeyboardEvent, view: EditorView): boolean => {
    if (event.key.toLowerCase() !== 'v' || !event.shiftKey || event.ctrlKey === event.metaKey) return false;
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(view), PATIENCE);
    return false;
  };
  const answered = () => {
    const was = waiting !== undefined;
    clearTimeout(waiting);
    waiting = undefined;
    return was;
  };
  return { keys: EditorView.domEventHandlers({ keydown }), answered };
}
