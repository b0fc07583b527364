/** A backslash that does not stand behind another one, which would protect it. */
export function endsWithBreak(line: string): boolean {
  return (/\\+$/.exec(line)?.[0].length ?? 0) % 2 === 1;
}
