// Asks for what is newest: at once, one question at a time, and never shows an answer after a newer one.

export interface Asked<Answer> {
  ask: (revision: number) => Promise<Answer & { revision: number }>;
  show: (answer: Answer) => void;
  fail: (thrown: unknown) => void;
}

export class Latest<Answer> {
  #asked: Asked<Answer>;
  #revision = 0;
  #shown = 0;
  #underWay = false;
  #running: Promise<void> = Promise.resolve();
  #again = false;
  #over = false;

  constructor(asked: Asked<Answer>) {
    this.#asked = asked;
  }

  /** Something changed. */
  wake(): void {
    void this.newest();
  }

  /** The same. Resolves when the newest answer was shown, or was told to have failed. */
  newest(): Promise<void> {
    if (this.#underWay) this.#again = true;
    else this.#running = this.#run();
    return this.#running;
  }

  /** Nothing that still arrives is shown. */
  stop(): void {
    this.#over = true;
  }

  async #run(): Promise<void> {
    this.#underWay = true;
    do {
      this.#again = false;
      this.#revision += 1;
      try {
        const answer = await this.#asked.ask(this.#revision);
        if (this.#over) return;
        if (answer.revision > this.#shown) this.#asked.show(answer);
        this.#shown = Math.max(this.#shown, answer.revision);
      } catch (thrown) {
        if (!this.#over) this.#asked.fail(thrown);
      }
      // `wake` and `stop` are called while this waits.
    } while (this.#again as boolean);
    this.#underWay = false;
  }
}
