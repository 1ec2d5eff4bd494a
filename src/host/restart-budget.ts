/** At most three restarts within any minute: a worker that dies at once must not heat the phone. */
const WINDOW_MS = 60_000;
const MOST = 3;

export class RestartBudget {
  #spent: number[] = [];

  /** @returns false where the budget is used up; nothing is spent then. */
  spend(): boolean {
    const now = performance.now();
    this.#spent = this.#spent.filter((at) => now - at < WINDOW_MS);
    if (this.#spent.length >= MOST) return false;
    this.#spent.push(now);
    return true;
  }
}
