import type { SealReport, WorkerForm } from '../contract/seal.ts';
import { ATTEMPTS, HEADER_ATTEMPTS } from './seal-attempts.ts';
import { seal } from './seal.ts';

/** Promises that a policy refuses settle at once; whatever still hangs then was let through. */
const PATIENCE_MS = 2_000;

/**
 * Tries the harmless form of every kind of way out, judges each by what happened, removes the globals, looks again, and
 * says what got through. Runs before the worker accepts a message. When the policy holds, no attempt reaches a server;
 * when it does not, the worker's own file is asked for again.
 */
export async function closeScope(
  scope: DedicatedWorkerGlobalScope, form: WorkerForm, kept: readonly string[],
): Promise<Pick<SealReport, 'form' | 'sealed' | 'failed'>> {
  const failed = form === 'off' ? [] : await runAttempts(form);
  const stayed = seal(scope, kept).map((name) => `global:${name}`);
  failed.push(...stayed);
  return { form, sealed: form !== 'off' && failed.length === 0, failed };
}

async function runAttempts(form: 'header' | 'frame'): Promise<string[]> {
  const chosen = Object.keys(ATTEMPTS).filter((name) => form === 'header' || !HEADER_ATTEMPTS.includes(name));
  const patience = new Promise<true>((resolve) => { setTimeout(() => { resolve(true); }, PATIENCE_MS); });
  const open = await Promise.all(chosen.map((name) => Promise.race([isOpen(ATTEMPTS[name]), patience])));
  return chosen.filter((_, index) => open[index]);
}

/** An attempt resolves to what it saw; one that throws was refused. */
async function isOpen(attempt: (() => unknown) | undefined): Promise<boolean> {
  try {
    return (await attempt?.()) !== false;
  } catch {
    return false;
  }
}
