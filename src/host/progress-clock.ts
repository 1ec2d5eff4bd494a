/**
 * A deadline that runs while the page is really there: counted in ticks, paused while the page is hidden. A tick that
 * comes much too late (a frozen tab, a laptop lid, a debugger) counts as one tick, so that a call does not fail because
 * the machine slept. One deadline at a time.
 */
const TICK_MS = 100;
const LATE_MS = 400;

export class ProgressClock {
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Calls `expired` once, after `deadlineMs` of counted time. Replaces the deadline before. */
  arm(deadlineMs: number, expired: () => void): void {
    this.disarm();
    let counted = 0;
    let last = performance.now();
    this.#timer = setInterval(() => {
      const now = performance.now();
      const passed = now - last;
      last = now;
      if (isHidden()) return;
      counted += passed > TICK_MS + LATE_MS ? TICK_MS : passed;
      if (counted < deadlineMs) return;
      this.disarm();
      expired();
    }, TICK_MS);
  }

  disarm(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

function isHidden(): boolean {
  return typeof document !== 'undefined' && document.hidden;
}
