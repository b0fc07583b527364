import { readFileSync } from 'node:fs';

import type { Fetch } from './parts.ts';
import { Missing } from './parts.ts';

/** What the files of an index call their function with, by name. */
export type Parts = Map<string, unknown>;

/** The index that `src/search/tests.rs` makes of 40 articles. */
export function indexOfArticles(): Parts {
  const file = '../src/search/snapshots/pamphlet_site__search__tests__index.snap.js';
  return partsOf(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

export function partsOf(files: string): Parts {
  const parts: Parts = new Map();
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is a script, and read as one
  const run = new Function('pamphletSearch', files) as (take: (...part: [string, unknown]) => void) => void;
  run((name, value) => parts.set(name, value));
  return parts;
}

/** Fetches from `parts`, and writes down what was asked for. */
export function fetching(parts: Parts, asked: string[] = []): Fetch {
  return (name, anew) => {
    asked.push(anew === '' ? name : `${name}?${anew}`);
    const value = parts.get(name);
    return value === undefined ? Promise.reject(new Missing(name)) : Promise.resolve(value);
  };
}
