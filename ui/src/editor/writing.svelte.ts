import { remember, rememberedChoice, rememberedNumber } from '$lib/remembered';

/** Pixels. */
const SIZES = [15, 16, 17, 18, 20, 22, 24] as const;
const USUAL = 17;

/** How a person likes to write: the size of the text, and whether all but one paragraph is dimmed. */
export class Writing {
  size = $state(sizeNear(rememberedNumber('text-size', USUAL)));
  focused = $state(rememberedChoice('focus-mode', ['off', 'on']) === 'on');

  get smallest(): boolean {
    return this.size === SIZES[0];
  }

  get largest(): boolean {
    return this.size === SIZES.at(-1);
  }

  smaller(): void {
    this.#step(-1);
  }

  larger(): void {
    this.#step(1);
  }

  toggleFocus(): void {
    this.focused = !this.focused;
    remember('focus-mode', this.focused ? 'on' : 'off');
  }

  #step(by: number): void {
    this.size = SIZES[SIZES.indexOf(this.size) + by] ?? this.size;
    remember('text-size', this.size);
  }
}

function sizeNear(wanted: number): (typeof SIZES)[number] {
  return SIZES.find((size) => size >= wanted) ?? 24;
}
