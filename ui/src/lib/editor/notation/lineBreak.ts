/** A backslash that does not stand behind another one, which would protect it. */
export function endsWithBreak(line: string): boolean {
  return (/\\+$/.exec(line)?.[0].length ?? 0) % 2 === 1;
}

/** What a new line within a cell of a table is. */
export const BREAK_TAG = '<br>';

export const isBreakTag = (text: string): boolean => /^<br\s*\/?>$/i.test(text);
