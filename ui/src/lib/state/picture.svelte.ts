// One picture that somebody looks at.

import type { Adjustments, Door, Picture, PictureDetails } from '../api';
import { words } from '../words';
import { Needs } from './held.svelte';
import type { History } from './history.svelte';
import { Saver } from './saver.svelte';

/** What its words are and how it is shown, kept as everything is: soon after the last key. */
export class OpenPicture {
  readonly id: string;
  readonly saver: Saver<{ alt: string }>;
  readonly held = new Needs();
  details: PictureDetails;
  alt: string;

  #door: Door;
  #history: History;
  #kept: (picture: Picture) => void;
  #putBack: (alt: string) => Promise<void>;

  /** `kept` is told what the picture is now, whenever that changes; `putBack` gives it earlier words, also when it was left. */
  constructor(
    door: Door,
    details: PictureDetails,
    history: History,
    kept: (picture: Picture) => void,
    putBack: (alt: string) => Promise<void>,
  ) {
    this.#door = door;
    this.#history = history;
    this.#kept = kept;
    this.#putBack = putBack;
    this.id = details.picture.id;
    this.details = $state.raw(details);
    this.alt = $state(details.picture.alt);
    this.saver = new Saver((patch) => this.#send(patch));
  }

  /** The one way in which a person changes the words. */
  describe(alt: string): void {
    const before = this.alt;
    this.put(alt);
    this.#history.edited({
      name: words.pictures.done.describe,
      field: `picture.${this.id}.alt`,
      before,
      after: alt,
      put: this.#putBack,
    });
  }

  put(alt: string): void {
    this.alt = alt;
    this.saver.change({ alt });
  }

  async adjust(adjustments: Adjustments): Promise<void> {
    const before = this.details.adjustments;
    await this.#adjust(adjustments);
    this.#history.done(
      {
        name: words.pictures.done.adjust,
        undo: () => this.#adjust(before),
        redo: () => this.#adjust(adjustments),
      },
      words.pictures.isAdjusted,
    );
  }

  /** Something else changed what is known of it. */
  follow(): Promise<void> {
    return this.#become(this.#door.call('picture_details', { id: this.id }));
  }

  #adjust(adjustments: Adjustments): Promise<void> {
    return this.#become(this.#door.call('picture_adjust', { id: this.id, adjustments }));
  }

  async #send({ alt }: { alt: string }): Promise<void> {
    await this.#door.call('picture_describe', { id: this.id, alt });
    // How many articles say it otherwise is asked anew.
    await this.follow();
  }

  /** What was typed since it was asked is newer than the answer. */
  async #become(asked: Promise<PictureDetails>): Promise<void> {
    const { alt } = this;
    const details = await asked;
    this.details = details;
    if (!this.saver.unsaved && this.alt === alt) this.alt = details.picture.alt;
    this.#kept(details.picture);
  }
}
