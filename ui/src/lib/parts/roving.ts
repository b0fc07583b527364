import { on } from 'svelte/events';

/** Which of the buttons Tab stops at, where none of those that are still there is it: the first. */
export function keepStop(bar: HTMLElement): void {
  const buttons = [...bar.querySelectorAll('button')];
  const [first] = buttons;
  if (first && buttons.every(({ tabIndex }) => tabIndex !== 0)) first.tabIndex = 0;
}

/** One stop for Tab, arrows within: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
export function roving(bar: HTMLElement): () => void {
  return on(bar, 'keydown', (event) => {
    const buttons = [...bar.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
    const next = to === undefined ? undefined : buttons.at(to % buttons.length);
    if (!next) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
}
