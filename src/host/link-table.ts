import type { Degraded } from '../contract/verdict.ts';
import { codeOf } from './stored-settings.ts';

export interface LinkTable {
  /** A message needs it. */
  seen(): void;
  /** After the table was asked for and did not come: that. */
  readonly standing: readonly Degraded[];
}

/** Where the table did not come it is asked for again with a later message, but not with every one of them. */
const RETRY_MS = 60_000;

/**
 * Asks for a table when there is a message to read with it, and never before a verdict: nobody waits for it.
 * @param take loads it and hands it to the engine
 */
export function createLinkTable(take: () => Promise<void>, now: () => number): LinkTable {
  let asked = -Infinity;
  let isDone = false;
  let standing: readonly Degraded[] = [];
  return {
    get standing() { return standing; },
    seen() {
      if (isDone || Math.abs(now() - asked) < RETRY_MS) return;
      asked = now();
      void take().then(() => {
        isDone = true;
        standing = [];
      }, (error: unknown) => { standing = [{ check: 'links', code: codeOf(error) }]; });
    },
  };
}
