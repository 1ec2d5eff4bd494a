/** The pretended service's clock: ahead where a page's is, for samples move pages on by days, and never back. What is sent, received and answered stands on this one line. */
export class ServiceClock {
  #ahead = 0;
  readonly now = (): number => Date.now() + this.#ahead;

  /** @param body milliseconds, as digits. @returns false for what is none, or more than ten years */
  tell(body: string): boolean {
    if (!/^\d{1,12}$/.test(body) || Number(body) > AHEAD_MAX) return false;
    this.#ahead = Math.max(this.#ahead, Number(body));
    return true;
  }
}

const AHEAD_MAX = 10 * 365 * 24 * 60 * 60 * 1000;
