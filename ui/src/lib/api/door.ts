// The one door between the UI and the program behind it.

import type { AppEvent, Code, Commands, ImportedArticle, Picture, WireError } from './bindings';

export type FileCommand = 'picture_add' | 'article_import';
/** Every command but those that take a file. */
export type CommandName = Exclude<keyof Commands, FileCommand>;
export type Call = <Name extends CommandName>(
  name: Name,
  request: Commands[Name]['request'],
) => Promise<Commands[Name]['answer']>;

export interface Door {
  call: Call;
  /** Keeps a picture in the library. Refused with `picture_refused` when it can't be read as one. */
  addPicture(file: Blob, fileName: string): Promise<Picture>;
  /** Makes a draft of a text file. Refused with `invalid` when it is something else. */
  importArticle(file: Blob, fileName: string): Promise<ImportedArticle>;
  listen(heard: (event: AppEvent) => void): void;
  /** Where the host serves `assets/` and `media/<id>`. Ends in a slash. */
  readonly previewBase: string;
  /** Before the window goes away, what is unfinished is finished. */
  beforeClosing(work: UnfinishedWork): void;
}

export interface UnfinishedWork {
  unfinished(): boolean;
  /** Finishes, and answers whether the window may close. */
  finish(): Promise<boolean>;
}

/** What the host answered instead of an answer. The UI acts on `code`, and shows `message` and `hint`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: Code;
  readonly hint: string;
  readonly field: string | null;

  constructor(error: WireError) {
    super(error.message);
    this.code = error.code;
    this.hint = error.hint;
    this.field = error.field ?? null;
  }

  /** Whatever was thrown, as a refusal. `fallback` is for what did not come from the host at all. */
  static from(thrown: unknown, fallback: { message: string; hint: string }): Refusal {
    if (thrown instanceof Refusal) return thrown;
    return isWireError(thrown) ? new Refusal(thrown) : new Refusal({ code: 'internal', ...fallback });
  }
}

export function isWireError(value: unknown): value is WireError {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}
