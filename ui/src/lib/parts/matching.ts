/** What a person may mean: names that begin with what was typed, then names that have it inside. At most eight. */
export function matching(names: string[], typed: string): string[] {
  const query = typed.trim().toLowerCase();
  const found = names.filter((name) => name.toLowerCase() !== query && name.toLowerCase().includes(query));
  const begins = (name: string) => (name.toLowerCase().startsWith(query) ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b)).slice(0, 8);
}
