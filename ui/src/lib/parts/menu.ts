import type { Component } from 'svelte';

export interface MenuItem {
  label: string;
  icon?: Component<{ size?: number; 'aria-hidden'?: 'true' }>;
  /** Keys that do the same, as they are shown. */
  keys?: string | undefined;
  /** On or off, for what can be either. */
  checked?: boolean | undefined;
  /** It can't be done here. */
  off?: boolean;
  run: () => void;
}

/** Which item a key leads to, from the one at `at`; nothing for a key that is none of the menu's. */
export function itemAfterKey(labels: readonly string[], at: number, key: string): number | null {
  const count = labels.length;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (!/^\S$/u.test(key)) return null;
  for (let step = 1; step <= count; step += 1) {
    const next = (at + step) % count;
    if (labels[next]?.toLowerCase().startsWith(key.toLowerCase())) return next;
  }
  return null;
}
