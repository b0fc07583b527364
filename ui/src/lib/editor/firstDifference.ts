/** Where two texts begin to differ: the beginning of that word in the second one. */
export function firstDifference(before: string, now: string): number {
  let at = 0;
  while (at < before.length && at < now.length && before[at] === now[at]) at += 1;
  while (at > 0 && /\S/.test(now[at - 1] ?? '')) at -= 1;
  return at;
}
