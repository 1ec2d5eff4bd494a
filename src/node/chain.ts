import type { AssetName } from '../contract/assets.ts';
import type { StateRecord } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import { availableKernel } from '../contract/simd.ts';
import type { ChainDeskOptions } from '../host/chain-desk.ts';
import { createChainWatch, type ChainTools } from '../host/chain-watch.ts';
import { inTime } from '../host/in-time.ts';
import type { LazyChain } from '../host/lazy-chain.ts';
import type { AssetSource } from '../host/port.ts';
import { ChainEngine } from '../worker/chain-engine.ts';

export interface ChainFiles {
  readonly assets: AssetSource;
  readonly version: string;
  /** Names of the files in use, which it adds to. */
  readonly used: Set<string>;
}

/** An engine in this process. */
export async function openChainEngine(stored: Parameters<ChainDeskOptions['open']>[0], { assets, version, used }: ChainFiles): Promise<{ readonly engine: ChainEngine; readonly gone: readonly StateRecord[] }> {
  const kind = availableKernel();
  if (kind === 'none') throw new SafetyError('no-wasm', 'There is no WebAssembly.');
  const kernel: AssetName = kind === 'simd' ? 'sketch.bin' : 'sketch-scalar.bin';
  const engine = new ChainEngine();
  const gone = await engine.start({ ...stored, version, assets: { [kernel]: await assets.load(kernel), 'tables.bin': await assets.load('tables.bin') } });
  for (const name of [kernel, 'tables.bin']) used.add(name);
  return { engine, gone };
}

/** Chain messages in this process: the engine starts with the first message that may be one. */
export function nodeChain(tools: ChainTools, files: ChainFiles): LazyChain {
  const open: ChainDeskOptions['open'] = async (stored) => {
    const { engine, gone } = await openChainEngine(stored, files);
    return {
      running: { see: (items) => engine.see(items), replay: (records) => engine.replay(records), forget: (what) => engine.forget(what), sketch: (texts) => engine.sketch(texts), end: () => Promise.resolve() },
      gone,
    };
  };
  const watch = createChainWatch(tools, { open, inTime: (work) => inTime(work, tools.deadlineMs) });
  return { ...watch, part: () => Promise.resolve(watch) };
}
