// The facts of a practice one by one, by the names that the host has for them, such as `siteUrl` or `hours.mon`.

import type { Practice } from '../api';

type Value = string | null;
export type Values = ReadonlyMap<string, Value>;

function* pairs(facts: Practice): Generator<[string, Value]> {
  const { address, hours, ...rest } = facts;
  yield* Object.entries(rest);
  for (const [key, value] of Object.entries(address)) yield [`address.${key}`, value];
  for (const [key, value] of Object.entries(hours)) yield [`hours.${key}`, value];
}

export function fieldsOf(facts: Practice): Map<string, Value> {
  return new Map(pairs(facts));
}

/** `facts`, with `fields` as they are in `from`. */
export function withFields(facts: Practice, from: Practice, fields: Iterable<string>): Practice {
  const values = fieldsOf(from);
  const wanted = [...fields].filter((field) => values.has(field));
  return withValues(facts, new Map(wanted.map((field) => [field, values.get(field) ?? null])));
}

/** `facts`, with these values in place of theirs. */
export function withValues(facts: Practice, values: Values): Practice {
  const mixed = { ...facts, address: { ...facts.address }, hours: { ...facts.hours } };
  for (const [field, value] of values) {
    const [group, key] = field.includes('.') ? field.split('.', 2) : ['', field];
    const owner = group === 'address' ? mixed.address : group === 'hours' ? mixed.hours : mixed;
    if (key !== undefined) Object.assign(owner, { [key]: value });
  }
  return mixed;
}
