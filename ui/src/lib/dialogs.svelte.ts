// The dialogs that are over the window. What is below them is out of reach, for the system's menu bar too.

class Dialogs {
  #open = $state(0);

  get anyOpen(): boolean {
    return this.#open > 0;
  }

  /** One more is there. Returns how to say that it is gone. */
  opened(): () => void {
    this.#open += 1;
    return () => (this.#open -= 1);
  }
}

export const dialogs = new Dialogs();
