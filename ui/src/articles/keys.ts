import { isMac } from '$lib/isMac';

/** Does this key delete what has the focus? On a Mac the key of that name is Backspace. One press deletes one thing. */
export function deletes({ key, repeat, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (repeat || ctrlKey || altKey || shiftKey || (metaKey && !isMac)) return false;
  return key === 'Delete' || (isMac && key === 'Backspace');
}

export function selectsAll(event: KeyboardEvent): boolean {
  return isWith('a', event);
}

export function duplicates(event: KeyboardEvent): boolean {
  return isWith('d', event) && !event.repeat;
}

/** Ctrl or Cmd with F, and "/" where nothing is typed. */
export function searches(event: KeyboardEvent): boolean {
  const typing =
    event.target instanceof Element && event.target.matches('input:not([type=checkbox]), textarea');
  return isWith('f', event) || (event.key === '/' && !event.ctrlKey && !event.metaKey && !typing);
}

function isWith(letter: string, { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === letter && (ctrlKey || metaKey) && !altKey && !shiftKey;
}
