// Small habits of this window: how wide the editor is, which preview. Never anything that a person wrote.

function read(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`pamphlet.${name}`) ?? 'null');
  } catch {
    return null;
  }
}

export function rememberedNumber(name: string, otherwise: number): number {
  const stored = read(name);
  return typeof stored === 'number' ? stored : otherwise;
}

/** One of `choices`; the first of them when nothing is remembered. */
export function rememberedChoice<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
  const stored = read(name);
  return choices.find((choice) => choice === stored) ?? (choices[0] as Choice);
}

export function remember(name: string, value: string | number): void {
  try {
    localStorage.setItem(`pamphlet.${name}`, JSON.stringify(value));
  } catch {
    // A window without storage forgets.
  }
}
