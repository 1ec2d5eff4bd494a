import type { Persona } from '../wire.ts';

const KEY = 'inward-demo-ahead';
const WEEK_MS = 8 * 24 * 60 * 60 * 1000;

/** The time of this page: what samples are for may lie weeks apart, and a person gets two notices a week. Kept, for a clock that goes back brings none. */
export function demoTime(): number {
  return Date.now() + Number(localStorage.getItem(KEY) ?? 0);
}

/** What comes next comes more than a week later, for the service too: reports are stamped and answered by its clock. */
export function weekLater(me: Persona): void {
  localStorage.setItem(KEY, String(Number(localStorage.getItem(KEY) ?? 0) + WEEK_MS));
  void tellClock(me);
}

/** Tells the service how far this page's clock is ahead. Without a connection it is told with the next start. */
export async function tellClock(me: Persona): Promise<void> {
  const ahead = Math.floor(Number(localStorage.getItem(KEY) ?? 0));
  if (ahead > 0) await fetch(`/as/${me}/clock`, { method: 'POST', body: String(ahead) }).catch(() => undefined);
}
