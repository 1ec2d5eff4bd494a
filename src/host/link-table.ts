import type { SafetyErrorCode } from '../contract/errors.ts';
import { codeOf } from './stored-settings.ts';

export interface LinkTable {
  /** A verdict listed a link. */
  seen(): void;
  /** Why the table is not there, after it was asked for. */
  readonly trouble: SafetyErrorCode | undefined;
}

/** Where the table did not come it is asked for again with a later link, but not with every one of them. */
const RETRY_MS = 60_000;

/**
 * Asks for the table of public suffixes when there is a link to tell apart, and never before a verdict: nobody waits for it.
 * @param take loads it and hands it to the engine
 */
export function createLinkTable(take: () => Promise<void>, now: () => number): LinkTable {
  let asked = -Infinity;
  let isDone = false;
  let trouble: SafetyErrorCode | undefined;
  return {
    get trouble() { return trouble; },
    seen() {
      if (isDone || Math.abs(now() - asked) < RETRY_MS) return;
      asked = now();
      void take().then(() => {
        isDone = true;
        trouble = undefined;
      }, (error: unknown) => { trouble = codeOf(error); });
    },
  };
}
