// A frame without scripts tells nobody what is dropped on it. While something may be dragged here from elsewhere, the page
// steps back, and what is dropped on it is dropped on the window.

/** Calls `cover` whenever the page is to step back or to be there again. Returns how to end that. */
export function coveredWhileDragging(cover: (covered: boolean) => void): () => void {
  let covered = false;
  const become = (now: boolean) => {
    if (now !== covered) cover((covered = now));
  };
  const on = () => become(true);
  const off = () => become(false);
  /** Every element that loses the focus or the pointer says so to its window too. */
  const ofAll = (listener: () => void) => (event: Event) => {
    if (event.target === event.currentTarget) listener();
  };
  // While something is dragged no pointer moves. Who drags comes from another window, or from outside of this one.
  const listeners: [EventTarget, string, (event: Event) => void][] = [
    [window, 'blur', ofAll(on)],
    [document.documentElement, 'mouseleave', ofAll(on)],
    [window, 'dragenter', on],
    [window, 'focus', ofAll(off)],
    [window, 'pointermove', off],
    [window, 'drop', off],
  ];
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener, true);
  return () => {
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener, true);
  };
}
