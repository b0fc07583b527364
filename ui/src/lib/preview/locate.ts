// From a place in the page to the place in the text that made it.

/** Characters on either side that are compared. */
const REACH = 24;

/**
 * Where in `source` (the text of one block) the cursor belongs when somebody clicked after `before` and ahead of `after`
 * in the same block of the page. Marks make the two differ, so the words nearest to the click are looked for, longest
 * first, at their place among their likes.
 */
export function locate(source: string, before: string, after: string): number {
  for (let reach = REACH; reach >= 1; reach = Math.floor(reach / 2)) {
    const left = before.slice(-reach);
    const right = after.slice(0, reach);
    const both = nth(source, left + right, count(before + after.slice(0, reach), left + right));
    if (both !== null) return both + left.length;
    const ahead = left === '' ? null : nth(source, left, count(before, left));
    if (ahead !== null) return ahead + left.length;
    const behind = right === '' ? null : nth(source, right, count(before, right) + 1);
    if (behind !== null) return behind;
  }
  return 0;
}

function count(text: string, part: string): number {
  if (part === '') return 0;
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found += 1;
  return found;
}

/** The beginning of the `n`th `part` (from 1) in `text`. */
function nth(text: string, part: string, n: number): number | null {
  if (part === '' || n === 0) return null;
  let at = -1;
  for (let i = 0; i < n; i += 1) {
    const next = text.indexOf(part, at + 1);
    if (next < 0) return i === 0 ? null : at;
    at = next;
  }
  return at;
}
