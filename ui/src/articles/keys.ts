const mac = /Mac/.test(globalThis.navigator.userAgent);

/** Does this key delete what has the focus? On a Mac the key of that name is Backspace. One press deletes one thing. */
export function deletes({ key, repeat, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (repeat || ctrlKey || altKey || shiftKey || (metaKey && !mac)) return false;
  return key === 'Delete' || (mac && key === 'Backspace');
}
