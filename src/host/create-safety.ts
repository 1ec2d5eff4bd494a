import { SafetyError } from '../contract/errors.ts';
import type { Safety, SafetyOptions } from '../contract/safety.ts';
import { loadPart } from './load-part.ts';
import { checkOptions } from './safety-options.ts';

/**
 * Starts the sealed worker of this page and returns the one object a host talks to. Requests the rest of this package's
 * code, the worker's file and the assets that the settings need, all same-origin; afterwards only code and
 * lists that a person's change of hidden words calls for. About 50 ms with cached assets.
 *
 * @throws {TypeError} an option of the wrong type. {RangeError} an option out of range.
 * @throws {SafetyError} seal-failed (with the header that is missing), asset-unavailable, asset-integrity, asset-mismatch,
 * insecure-context, settings-invalid, settings-too-new, worker-failed, wrong-scope. The chat goes on with
 * `failsafeVerdict(message, context)`.
 */
export async function createSafety(options: SafetyOptions): Promise<Safety> {
  if (typeof document === 'undefined' || typeof Worker === 'undefined') {
    throw new SafetyError('wrong-scope', 'createSafety of "inward" runs in a page; in Node use "inward/node".');
  }
  const checked = checkOptions(options, document.baseURI);
  // Loaded here, not with the entry: an app's own start pays only for what it may need without a worker.
  const { startSafety } = await loadPart(() => import('./start-safety.ts'));
  return startSafety(options, checked);
}
