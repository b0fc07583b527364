/** From one place of the text up to, but not including, another. */
export interface Span {
  from: number;
  to: number;
}
