const KEY = 'inward-demo-ahead';
const WEEK_MS = 8 * 24 * 60 * 60 * 1000;

/** The time of this page: what samples are for may lie weeks apart, and a person gets two notices a week. Kept, for a clock that goes back brings none. */
export function demoTime(): number {
  return Date.now() + Number(localStorage.getItem(KEY) ?? 0);
}

/** What comes next comes more than a week later. */
export function weekLater(): void {
  localStorage.setItem(KEY, String(Number(localStorage.getItem(KEY) ?? 0) + WEEK_MS));
}
