import type { AssetName } from '../contract/assets.ts';
import { SafetyError } from '../contract/errors.ts';
import { availableKernel } from '../contract/simd.ts';
import type { ChainDeskOptions } from '../host/chain-desk.ts';
import { createChainWatch, type ChainTools, type ChainWatch } from '../host/chain-watch.ts';
import { inTime } from '../host/in-time.ts';
import type { AssetSource } from '../host/port.ts';
import { ChainEngine } from '../worker/chain-engine.ts';

/** Chain messages in this process: the engine starts with the first message that may be one. @param used names of the files in use, which it adds to */
export function nodeChain(tools: ChainTools, { assets, version, used }: { readonly assets: AssetSource; readonly version: string; readonly used: Set<string> }): ChainWatch {
  const open: ChainDeskOptions['open'] = async (stored) => {
    const kind = availableKernel();
    if (kind === 'none') throw new SafetyError('no-wasm', 'There is no WebAssembly.');
    const kernel: AssetName = kind === 'simd' ? 'sketch.bin' : 'sketch-scalar.bin';
    const engine = new ChainEngine();
    const gone = await engine.start({ ...stored, version, assets: { [kernel]: await assets.load(kernel), 'tables.bin': await assets.load('tables.bin') } });
    for (const name of [kernel, 'tables.bin']) used.add(name);
    return {
      running: { see: (items) => engine.see(items), replay: (records) => engine.replay(records), forget: (what) => engine.forget(what), end: () => Promise.resolve() },
      gone,
    };
  };
  return createChainWatch(tools, { open, inTime: (work) => inTime(work, tools.deadlineMs) });
}
