import { SafetyError } from '../contract/errors.ts';
import type { Press } from '../contract/report-seal.ts';

/**
 * Nothing leaves without the person's press. Where the browser knows of one (`navigator.userActivation`), it must be live; in one that is too
 * old for that, and in a worker, the event must be handed in. Outside a browser (Node, tests of hosts) nobody presses.
 * @throws {SafetyError} gesture-required
 */
export function requirePress(press: Press | undefined): void {
  const { userActivation } = (globalThis.navigator ?? {}) as { readonly userActivation?: { readonly isActive: boolean } };
  const isLive = userActivation?.isActive ?? (press?.isTrusted === true || !['document', 'WorkerGlobalScope'].some((name) => name in globalThis));
  if (!isLive || press?.isTrusted === false) {
    throw new SafetyError('gesture-required', 'Call this from the press of Send.');
  }
}
