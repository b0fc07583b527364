// A click in the page puts the cursor there.

import type { EditorView } from '@codemirror/view';

import type { PreviewBlock } from '../api';
import type { PreviewFrame } from './frame';
import { locate } from './locate';

/** The place in the text of a click in the page since this was last asked, or nothing. */
export function clickedPosition(frame: PreviewFrame, view: EditorView): number | null {
  const selection = frame.document?.getSelection();
  const body = frame.body;
  if (!selection?.isCollapsed || !selection.anchorNode || !body?.contains(selection.anchorNode)) return null;
  const { anchorNode, anchorOffset } = selection;
  selection.removeAllRanges();
  const index = [...body.children].findIndex((child) => child.contains(anchorNode));
  const block = frame.blocks[index];
  const child = body.children[index];
  if (!block || !child) return null;
  const source = sourceOf(view, block, frame.blocks[index + 1]);
  const { before, after } = around(child, anchorNode, anchorOffset);
  return source.from + locate(source.text, before, after);
}

function around(block: Element, node: Node, offset: number): { before: string; after: string } {
  const range = block.ownerDocument.createRange();
  range.selectNodeContents(block);
  range.setEnd(node, offset);
  const before = range.toString();
  range.selectNodeContents(block);
  range.setStart(node, offset);
  return { before, after: range.toString() };
}

function sourceOf(view: EditorView, block: PreviewBlock, next: PreviewBlock | undefined) {
  const doc = view.state.doc;
  const { from } = doc.line(Math.min(block.line + 1, doc.lines));
  const to = next && next.line > block.line ? doc.line(Math.min(next.line, doc.lines)).to : doc.length;
  return { from, text: doc.sliceString(from, Math.max(from, to)) };
}
