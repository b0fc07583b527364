/** Something that a person typed and that is not kept: said in a sentence, and how to come to it. */
export interface NotSaved {
  what: string;
  path: string;
  /** Called beside going to `path`: brings to the very place. */
  seek: () => void;
}
