import { ASSETS, FRAME_SCRIPT_SHA256 } from '../../build/assets.gen.ts';
import { CHAIN_ASSETS } from '../../build/chain-assets.gen.ts';
import { MEDIA_ASSETS } from '../../build/media-assets.gen.ts';
import { WORD_ASSETS } from '../../build/word-assets.gen.ts';
import { NOTICE_ASSETS } from '../../build/notice-assets.gen.ts';
import { VERSION } from '../../build/version.gen.ts';
import type { AssetRecord } from '../contract/assets.ts';
import type { Safety, SafetyOptions } from '../contract/safety.ts';
import { plainHints } from '../host/hint-options.ts';
import { createMemoryStore } from '../host/memory-store.ts';
import { runnable } from '../host/onnx-model.ts';
import { createSafetyOver } from '../host/safety.ts';
import { localTabs } from '../host/tabs.ts';
import { availableKernel } from '../contract/simd.ts';
import { Engine } from '../worker/engine.ts';
import { readerWithoutKernel } from '../worker/plain-words.ts';
import { packageAssets, readAssets } from './assets.ts';
import { nodeChain } from './chain.ts';
import { nodeCovers } from './covers.ts';
import { nodeScorer } from './node-scorer.ts';
import { inProcessPort } from './in-process-port.ts';

export interface NodeSafetyOptions extends Omit<SafetyOptions, 'assets' | 'seal'> {
  /** Folder of the assets, a path or a `file:` address. Default: the package's own. */
  readonly assets?: string | URL;
}

/**
 * The same engine and the same verdicts as in a page, in this process: for command lines, evaluation and tests on
 * servers' build machines. Nothing is sealed here; `safety.seal` says `in-process`. About 20 ms.
 *
 * @throws {SafetyError} settings-invalid, settings-too-new, asset-unavailable, asset-integrity, asset-mismatch
 */
export async function createSafety(options: NodeSafetyOptions = {}): Promise<Safety> {
  return createSafetyFrom(options, [...ASSETS, ...WORD_ASSETS, ...NOTICE_ASSETS, ...MEDIA_ASSETS, ...CHAIN_ASSETS]);
}

/** With another list of published files, for the tests of what happens when they differ. */
export async function createSafetyFrom(options: NodeSafetyOptions, list: readonly AssetRecord[]): Promise<Safety> {
  const store = options.store ?? createMemoryStore();
  const assets = readAssets(options.assets ?? packageAssets(), list, VERSION);
  const used = new Set<string>();
  const deadlineMs = options.deadlineMs ?? 5_000;
  const published = [...list];
  return createSafetyOver({
    ...(options.models?.text === undefined ? {} : { scorer: nodeScorer(runnable(options.models.text).given, { assets, version: VERSION, used, published }) }),
    port: inProcessPort(new Engine(availableKernel() === 'none' ? readerWithoutKernel : undefined), list, assets, plainHints(options.hints)), assets, published,
    covers: nodeCovers({ assets, version: VERSION, used, deadlineMs }), chain: (tools) => nodeChain(tools, { assets, version: VERSION, used }), used, hints: options.hints,
    frameScript: `sha256-${FRAME_SCRIPT_SHA256}`, version: VERSION,
    store, tabs: localTabs(store), tellsHosts: true, now: options.now ?? Date.now, deadlineMs,
    ...(options.settings === undefined ? {} : { settings: options.settings }),
    ...(options.describeSender === undefined ? {} : { describeSender: options.describeSender }),
    ...(options.reports === undefined ? {} : { reports: options.reports }),
  });
}
