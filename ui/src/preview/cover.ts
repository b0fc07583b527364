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
  // While something is dragged no pointer moves. Who drags comes from another window, or from outside of this one.
  const listeners: [EventTarget, string, (event: Event) => void][] = [
    [window, 'blur', on],
    [document.documentElement, 'mouseleave', on],
    [window, 'dragenter', on],
    [window, 'focus', off],
    [window, 'pointermove', off],
    [window, 'drop', off],
  ];
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener, true);
  return () => {
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener, true);
  };
}
