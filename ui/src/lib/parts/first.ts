/**
 * Whoever opens a form begins here: unless they are elsewhere already, or, in a dialog, wherever its opening put them.
 *
 * In place of `autofocus`. WebKit heeds that once more when it first draws the page, which on a slow computer is when
 * somebody types in another field.
 */
export function first(field: HTMLElement) {
  field.setAttribute('data-first', '');
  queueMicrotask(() => {
    if (document.activeElement === document.body) field.focus();
  });
}
