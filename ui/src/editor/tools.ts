// The toolbar: what is in it, in which order, under which keys.

import type { EditorState, TransactionSpec } from '@codemirror/state';
import Bold from '@lucide/svelte/icons/bold';
import Heading from '@lucide/svelte/icons/heading';
import Image from '@lucide/svelte/icons/image';
import Italic from '@lucide/svelte/icons/italic';
import Link from '@lucide/svelte/icons/link';
import List from '@lucide/svelte/icons/list';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import Redo from '@lucide/svelte/icons/redo-2';
import Quote from '@lucide/svelte/icons/quote';
import Undo from '@lucide/svelte/icons/undo-2';
import type { Component } from 'svelte';

import { bold } from '$lib/editor/commands/bold';
import { bulletedList } from '$lib/editor/commands/bulletedList';
import { heading } from '$lib/editor/commands/heading';
import { italic } from '$lib/editor/commands/italic';
import { numberedList } from '$lib/editor/commands/numberedList';
import { quotation } from '$lib/editor/commands/quotation';
import type { Format } from '$lib/editor/formats';
import { isMac } from '$lib/isMac';
import { keyOf, shownKeys } from '$lib/shortcuts';
import { words } from '$lib/words';

export interface Tool {
  name: keyof typeof words.format;
  icon: Component<{ size?: number; 'aria-hidden'?: 'true' }>;
  /** Pixels, where it is not as large as the others. */
  size?: number;
  /** Letter that works with Ctrl, or Cmd on a Mac. */
  key?: string;
  format?: Format;
  /** Makes something of whole lines, which the rows of a table can't be. */
  block?: true;
  transform?: (state: EditorState) => TransactionSpec;
}

export const groups: Tool[][] = [
  [
    { name: 'bold', icon: Bold, key: 'B', format: 'bold', transform: bold },
    { name: 'italic', icon: Italic, key: 'I', format: 'italic', transform: italic },
  ],
  [
    {
      name: 'heading2',
      block: true,
      icon: Heading,
      format: 'heading2',
      transform: (state) => heading(state, 2),
    },
    {
      name: 'heading3',
      block: true,
      icon: Heading,
      size: 14,
      format: 'heading3',
      transform: (state) => heading(state, 3),
    },
    { name: 'bulletedList', block: true, icon: List, format: 'bulletedList', transform: bulletedList },
    { name: 'numberedList', block: true, icon: ListOrdered, format: 'numberedList', transform: numberedList },
    { name: 'quotation', block: true, icon: Quote, format: 'quotation', transform: quotation },
  ],
  [
    { name: 'link', icon: Link, key: 'K', format: 'link' },
    { name: 'picture', icon: Image },
  ],
  [
    { name: 'undo', icon: Undo, key: 'Z' },
    { name: 'redo', icon: Redo, key: 'Y' },
  ],
];

/** Those that go first where there is not enough room: what can be done without, or has keys that people know. */
export const leavingFirst: Tool['name'][] = [
  'quotation',
  'numberedList',
  'heading3',
  'redo',
  'undo',
  'italic',
  'bulletedList',
  'heading2',
  'picture',
  'link',
];

/**
 * How many have to leave, in the order of their `widths`, so that what is `wanted` gets along with the `room`, and with a
 * button for `more`. All in pixels.
 */
export function howManyLeave(wanted: number, room: number, widths: readonly number[], more: number): number {
  if (wanted <= room) return 0;
  let left = wanted + more;
  let count = 0;
  for (const width of widths) {
    if (left <= room) break;
    left -= width;
    count += 1;
  }
  return count;
}

/** "Ctrl+B" */
export function keysOf({ name, key }: Tool): string | undefined {
  if (key === undefined) return undefined;
  return shownKeys(name === 'redo' && isMac ? keyOf('redo') : `CmdOrCtrl+${key}`);
}

/** "Bold (Ctrl+B)" */
export function title(tool: Tool): string {
  const [label, keys] = [words.format[tool.name], keysOf(tool)];
  return keys === undefined ? label : `${label} (${keys})`;
}
