/**
 * The lines of a list with the numbers that its items have in this order: each level counts for itself, the outermost from
 * the number that it begins with, all others from 1. Only such a list may begin within an item.
 */
export function renumber(lines: readonly string[]): string[] {
  const levels: { indent: number; next: number }[] = [];
  return lines.map((line) => {
    const item = /^([ \t]*)(?:(\d{1,9})([.)])|[-*+])([ \t].*|)$/.exec(line);
    if (!item) return line;
    const [, space = '', number, stop, rest = ''] = item;
    while (levels.length > 0 && (levels.at(-1)?.indent ?? 0) > space.length) levels.pop();
    let level = levels.at(-1);
    if (level?.indent !== space.length) {
      level = { indent: space.length, next: levels.length === 0 ? Number(number ?? 1) : 1 };
      levels.push(level);
    }
    if (number === undefined) {
      level.next = 1;
      return line;
    }
    level.next += 1;
    return `${space}${level.next - 1}${stop}${rest}`;
  });
}
