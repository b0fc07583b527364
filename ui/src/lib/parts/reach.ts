/** What takes the focus when it is asked to. */
export interface Focusable {
  focus(): void;
}

/** A long list, for those who move the focus in it. */
export interface Rows {
  /** To this row, to the last one if there are fewer, or to where it was. */
  focus(index?: number): Promise<void>;
  /** It is brought into sight, and Tab leads to it; the focus stays where it is. */
  show(index: number): void;
  /** Other items: one begins at the first. */
  toTop(): void;
}

/** Such a list that can be found again where it was left. */
export interface PlacedRows extends Rows {
  /** Pixels that were scrolled, and the row that has the focus, or had it last. */
  place(): { top: number; index: number };
}
