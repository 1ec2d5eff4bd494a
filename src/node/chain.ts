import type { AssetName } from '../contract/assets.ts';
import { SafetyError } from '../contract/errors.ts';
import { availableKernel } from '../contract/simd.ts';
import { createChainWatch, type ChainTools } from '../host/chain-watch.ts';
import type { LazyChain } from '../host/lazy-chain.ts';
import type { AssetSource } from '../host/port.ts';
import { ChainEngine } from '../worker/chain-engine.ts';

/** Chain messages in this process: the engine starts with the first message that may be one. @param used names of the files in use, which it adds to */
export function nodeChain(tools: ChainTools, { assets, version, used }: { readonly assets: AssetSource; readonly version: string; readonly used: Set<string> }): LazyChain {
  const watch = createChainWatch(tools, async (stored) => {
    const kind = availableKernel();
    if (kind === 'none') throw new SafetyError('no-wasm', 'There is no WebAssembly.');
    const kernel: AssetName = kind === 'simd' ? 'sketch.bin' : 'sketch-scalar.bin';
    const engine = new ChainEngine();
    const gone = await engine.start({ ...stored, version, assets: { [kernel]: await assets.load(kernel), 'tables.bin': await assets.load('tables.bin') } });
    for (const name of [kernel, 'tables.bin']) used.add(name);
    return {
      running: { see: (items) => engine.see(items), replay: (records) => engine.replay(records), forget: (what) => engine.forget(what), sketch: (texts) => engine.sketch(texts), end: () => Promise.resolve() },
      gone,
    };
  });
  return { ...watch, part: () => Promise.resolve(watch) };
}
