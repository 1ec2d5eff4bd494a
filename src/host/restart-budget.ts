/** At most three restarts within any minute: a worker that dies at once must not heat the phone. */
const WINDOW_MS = 60_000;
const MOST = 3;

export class RestartBudget {
  #spent: number[] = [];

  /** Whether `spend` would succeed now. */
  hasLeft(): boolean {
    const now = performance.now();
    this.#spent = this.#spent.filter((at) => now - at < WINDOW_MS);
    return this.#spent.length < MOST;
  }

  /** @returns false where the budget is used up; nothing is spent then. */
  spend(): boolean {
    const left = this.hasLeft();
    if (left) this.#spent.push(performance.now());
    return left;
  }
}
