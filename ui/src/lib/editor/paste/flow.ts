// A text while it is read: the blocks that are finished, and the words of the paragraph that is not.

import type { BlockContent, DefinitionContent } from 'mdast';

import { type FlatItem, nest } from './lists';
import { paragraphs, type Run } from './runs';

export type Block = BlockContent | DefinitionContent;

export interface Flow {
  blocks: (Block | FlatItem)[];
  runs: Run[];
  /** Headings and cells of tables hold words only: the edge of a block is a line break there. */
  oneParagraph: boolean;
}

/** What stands before an item where no list can be. */
export const BULLET = '• ';

export function begin(oneParagraph = false): Flow {
  return { blocks: [], runs: [], oneParagraph };
}

/** The edge of a block: the words before it are a paragraph. */
export function closeParagraph(flow: Flow): void {
  if (flow.oneParagraph) {
    const last = flow.runs.findLast((run) => run.kind !== 'words' || run.text.trim() !== '');
    const text = last?.kind === 'words' ? last.text : '';
    if (last !== undefined && last.kind !== 'break' && text !== BULLET) flow.runs.push({ kind: 'break' });
    return;
  }
  for (const children of paragraphs(flow.runs)) flow.blocks.push({ type: 'paragraph', children });
  flow.runs = [];
}

export function finished(flow: Flow): Block[] {
  closeParagraph(flow);
  return nest(flow.blocks);
}
