import type { SafetyEvent } from '../contract/safety.ts';
import { freeze } from './screening.ts';

/** A listener that throws is the host's matter, and must not stop the others or the engine. */
export function tellListener(listener: (event: SafetyEvent) => void, event: SafetyEvent): void {
  try {
    listener(freeze(event));
  } catch (error) {
    const report = (globalThis as { reportError?: (error: unknown) => void }).reportError;
    report?.(error);
  }
}
