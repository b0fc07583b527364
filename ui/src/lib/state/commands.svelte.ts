// What the menus and the shortcuts can do now. Each screen offers what it can, for as long as it is there.

import { dialogs } from '../dialogs.svelte';
import { keyOf } from '../shortcuts';
import { words } from '../words';
import type { History } from './history.svelte';

export type CommandId =
  | 'newArticle'
  | 'exportSite'
  | 'otherWebsite'
  | 'undo'
  | 'redo'
  | 'pastePlain'
  | 'find'
  | 'preview'
  | 'larger'
  | 'smaller'
  | 'focusMode'
  | 'shortcuts';

export interface Offer {
  run: () => void;
  /** Where it is not always the same. */
  label?: () => string;
  able?: () => boolean;
}

export type Offers = Partial<Record<CommandId, Offer>>;

/** Where the focus is: in the article's text, in a field, or anywhere else. */
export type Place = 'text' | 'field' | 'desk';

/** A line between items, or what the system does in every program. */
type Fixed = '-' | 'cut' | 'copy' | 'paste' | 'selectAll';

interface Shown<Id, Keys> {
  id: Id;
  label: string;
  keys: Keys;
  enabled: boolean;
}

export type Item = Shown<CommandId, string> | Shown<Fixed, null>;

const MENUS: { title: string; items: (CommandId | Fixed)[] }[] = [
  { title: words.menu.file, items: ['newArticle', '-', 'exportSite', '-', 'otherWebsite'] },
  {
    title: words.menu.edit,
    items: ['undo', 'redo', '-', 'cut', 'copy', 'paste', 'pastePlain', 'selectAll', '-', 'find'],
  },
  { title: words.menu.view, items: ['preview', '-', 'larger', 'smaller', 'focusMode'] },
  { title: words.menu.help, items: ['shortcuts'] },
];

/** The editor: it takes its own words back, and pictures where the cursor is. */
export interface Writer {
  /** Whether there is something to take back, or to do again. */
  able: (which: 'undo' | 'redo') => boolean;
  undo: () => void;
  redo: () => void;
  /** All that was given to it is in the text. */
  settle: () => void;
  pictures: TakePictures;
}

/** Takes pictures that were dropped somewhere on the window. */
export type TakePictures = (files: File[]) => void;

export class Commands {
  place: Place = $state('desk');
  /** The editor, while it is there. */
  writer: Writer | null = $state.raw(null);
  /** Where pictures go while no text is written. */
  pictures: TakePictures | null = $state.raw(null);
  /** What the person was told of the keyboard is on the screen. */
  showsShortcuts = $state(false);

  #history: () => History | null;
  #offers: readonly Offers[] = $state.raw([{ shortcuts: { run: () => (this.showsShortcuts = true) } }]);

  /** `history` is that of the library that is open. */
  constructor(history: () => History | null) {
    this.#history = history;
  }

  /** Returns how to take the offers back. */
  offer(offers: Offers): () => void {
    this.#offers = [offers, ...this.#offers];
    return () => (this.#offers = this.#offers.filter((other) => other !== offers));
  }

  label(id: CommandId): string {
    if (id === 'undo' || id === 'redo') return this.#undoLabel(id);
    return this.#of(id)?.label?.() ?? words.menu[id];
  }

  can(id: CommandId): boolean {
    // A field in a dialog takes its own words back.
    if (dialogs.anyOpen) return (id === 'undo' || id === 'redo') && this.place === 'field';
    if (id === 'undo' || id === 'redo') return this.place === 'field' || this.#name(id) !== null;
    const offer = this.#of(id);
    return offer !== undefined && (offer.able?.() ?? true);
  }

  /** Says whether it was done. */
  run(id: CommandId): boolean {
    if (!this.can(id)) return false;
    if (id === 'undo' || id === 'redo') this.#undo(id);
    else this.#of(id)?.run();
    return true;
  }

  /** All menus as they are now. */
  get menus(): { title: string; items: Item[] }[] {
    return MENUS.map(({ title, items }) => ({ title, items: items.map((id) => this.#item(id)) }));
  }

  #item(id: CommandId | Fixed): Item {
    if (id === '-') return { id, label: '', keys: null, enabled: true };
    if (isFixed(id)) return { id, label: words.menu[id], keys: null, enabled: true };
    return { id, label: this.label(id), keys: keyOf(id), enabled: this.can(id) };
  }

  #of(id: CommandId): Offer | undefined {
    return this.#offers.find((offers) => offers[id] !== undefined)?.[id];
  }

  #undo(which: 'undo' | 'redo'): void {
    if (this.place === 'text') this.writer?.[which]();
    // The only way to the undo of a field. It is outdated by name and kept by every browser.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    else if (this.place === 'field') document.execCommand(which);
    else void this.#history()?.[which]();
  }

  #undoLabel(which: 'undo' | 'redo'): string {
    const name = this.place === 'field' ? words.history.typing : this.#name(which);
    return name === null ? words.menu[which] : words.history[which](name);
  }

  /** What would be taken back or done again; of a field only its browser knows. */
  #name(which: 'undo' | 'redo'): string | null {
    if (this.place === 'text') return this.writer?.able(which) ? words.history.typing : null;
    const history = this.#history();
    return (which === 'undo' ? history?.undoName : history?.redoName) ?? null;
  }
}

export function isCommand(item: Item): item is Shown<CommandId, string> {
  return item.keys !== null;
}

const isFixed = (id: CommandId | Fixed): id is Exclude<Fixed, '-'> =>
  ['cut', 'copy', 'paste', 'selectAll'].includes(id);

const TYPED =
  'input:not([type]), input[type=text], input[type=search], input[type=tel], input[type=email], input[type=url], textarea';

export function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'desk';
  if (target.closest('.cm-content') !== null) return 'text';
  return target.closest(TYPED) === null ? 'desk' : 'field';
}
