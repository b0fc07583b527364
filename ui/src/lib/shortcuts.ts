// The shortcuts of the menus: one table for the keys, for what is shown beside an item, and for the system's menu bar.

import { isMac } from './isMac';
import type { CommandId } from './state/commands.svelte';

/** As the desktop writes them. `CmdOrCtrl` is the Command key on a Mac and Ctrl elsewhere. */
const KEYS: Record<CommandId, string> = {
  newArticle: 'CmdOrCtrl+N',
  exportSite: 'CmdOrCtrl+Shift+E',
  otherWebsite: 'CmdOrCtrl+O',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  pastePlain: 'CmdOrCtrl+Shift+V',
  find: 'CmdOrCtrl+F',
  preview: 'CmdOrCtrl+Shift+P',
  larger: 'CmdOrCtrl+=',
  smaller: 'CmdOrCtrl+-',
  focusMode: 'CmdOrCtrl+D',
  shortcuts: 'F1',
};

/** Other keys that people know for the same. */
const ALSO: [string, CommandId][] = [
  ['CmdOrCtrl++', 'larger'],
  ['CmdOrCtrl+Shift++', 'larger'],
  ['CmdOrCtrl+Y', 'redo'],
];

/** The screen itself looks after these: what is found depends on where one is, and a paste comes by itself. */
const ELSEWHERE = new Set<CommandId>(['find', 'pastePlain']);

export const keyOf = (id: CommandId): string => KEYS[id];

/** The command that the keys are for. */
export function commandOf(event: KeyboardEvent, mac = isMac): CommandId | null {
  const pressed = pressedKeys(event, mac);
  const main = (Object.keys(KEYS) as CommandId[]).map((id): [string, CommandId] => [KEYS[id], id]);
  const [, id] = [...main, ...ALSO].find(([keys]) => keys === pressed) ?? [];
  return id === undefined || ELSEWHERE.has(id) ? null : id;
}

function pressedKeys(event: KeyboardEvent, mac: boolean): string {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  const [main, other] = mac ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  // AltGr makes letters, and no shortcuts.
  if (altKey || other) return '';
  const parts = [
    main ? 'CmdOrCtrl' : '',
    shiftKey ? 'Shift' : '',
    key.length === 1 ? key.toUpperCase() : key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

/** The keys as the person's computer names them: "Ctrl+Shift+Z" or "⇧⌘Z". */
export function shownKeys(keys: string, mac = isMac): string {
  const parts = keys.split(/(?<=.)\+/).map((part) => (part === '=' ? '+' : part === '-' ? '−' : part));
  if (!mac) return parts.map((part) => (part === 'CmdOrCtrl' ? 'Ctrl' : part)).join('+');
  const order = ['Alt', 'Shift', 'CmdOrCtrl'];
  const signs: Record<string, string> = { Alt: '⌥', Shift: '⇧', CmdOrCtrl: '⌘' };
  const held = order.filter((part) => parts.includes(part)).map((part) => signs[part] ?? '');
  return [...held, ...parts.filter((part) => !order.includes(part))].join('');
}
