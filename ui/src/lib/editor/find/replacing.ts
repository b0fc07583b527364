import { StateEffect, StateField } from '@codemirror/state';

export const setReplacing = StateEffect.define<boolean>();

/** Whether the panel has room for replacing, too. */
export const replacing = StateField.define<boolean>({
  create: () => false,
  update: (before, { effects }) =>
    effects.reduce((now, effect) => (effect.is(setReplacing) ? effect.value : now), before),
});
