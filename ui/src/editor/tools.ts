// The toolbar: what is in it, in which order, under which keys.

import type { EditorState, TransactionSpec } from '@codemirror/state';
import Bold from '@lucide/svelte/icons/bold';
import Heading2 from '@lucide/svelte/icons/heading-2';
import Heading3 from '@lucide/svelte/icons/heading-3';
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
      icon: Heading2,
      format: 'heading2',
      transform: (state) => heading(state, 2),
    },
    {
      name: 'heading3',
      block: true,
      icon: Heading3,
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

/** "Bold (Ctrl+B)" */
export function title({ name, key }: Tool): string {
  const label = words.format[name];
  if (key === undefined) return label;
  const keys = name === 'redo' && isMac ? keyOf('redo') : `CmdOrCtrl+${key}`;
  return `${label} (${shownKeys(keys)})`;
}
