// Countries as people call them. What is kept is their code, by ISO 3166-1 alpha-2.

export interface Country {
  code: string;
  name: string;
}

/** Where most practices are. */
const FIRST = 'US';

const names = new Intl.DisplayNames('en-US', { type: 'region', fallback: 'none' });

/** All countries by name, the first of all first, and with them the one that was chosen, whatever it is. */
export function countriesByName(codes: readonly string[], chosen: string): Country[] {
  const all = new Set([...codes, chosen].filter((code) => code !== ''));
  return [...all].map((code) => ({ code, name: nameOf(code) })).sort(byName);
}

function nameOf(code: string): string {
  return (/^[A-Z]{2}$/.test(code) && names.of(code)) || code;
}

function byName(one: Country, other: Country): number {
  const first = Number(other.code === FIRST) - Number(one.code === FIRST);
  return first || one.name.localeCompare(other.name, 'en-US');
}
