import { ASSETS } from '../../build/assets.gen.ts';
import { VERSION } from '../../build/version.gen.ts';
import { SafetyError } from '../contract/errors.ts';
import type { Safety, SafetyOptions } from '../contract/safety.ts';
import { openAssets } from './assets.ts';
import { createMemoryStore } from './memory-store.ts';
import { checkOptions } from './safety-options.ts';
import { createSafetyOver } from './safety.ts';
import { webTabs } from './web-tabs.ts';
import { openBestForm } from './worker-forms.ts';
import { WorkerLife } from './worker-life.ts';

/**
 * Starts the sealed worker of this page and returns the one object a host talks to. Requests the worker's file and the
 * assets that the settings need, all same-origin; nothing afterwards. About 50 ms with cached assets.
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
  const { assets: base, seal, now, deadlineMs } = checkOptions(options, document.baseURI);
  const assets = openAssets(base, ASSETS, VERSION);
  const { live, reopen, seal: form } = await openBestForm(assets, seal, VERSION);
  const store = options.store ?? createMemoryStore();
  return createSafetyOver({
    port: new WorkerLife({ seal: form, live, reopen, deadlineMs, published: ASSETS }),
    assets, published: ASSETS, version: VERSION, store, tabs: webTabs(store), now, deadlineMs,
    ...(options.settings === undefined ? {} : { settings: options.settings }),
    ...(options.describeSender === undefined ? {} : { describeSender: options.describeSender }),
  });
}
