import { CHAIN_ASSETS } from '../../build/chain-assets.gen.ts';
import type { AssetName, AssetRecord } from '../contract/assets.ts';
import type { ChainStart } from '../contract/chain.ts';
import type { StateRecord } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import type { ChainDeskOptions, RunningChain } from './chain-desk.ts';
import { createChainWatch, type ChainTools, type ChainWatch } from './chain-watch.ts';
import type { MediaOptions } from './media-life.ts';
import type { SealChoice } from './worker-forms.ts';

/** As the text worker's. */
const START_MS = 20_000;

/** The file for a form of the seal. */
const chainWorkerFile = (form: string): `worker-chain${'' | '.classic'}.js` => `worker-chain${form === 'frame' ? '.classic' : ''}.js`;

/** Chain messages in a page: the part that is loaded with the first message that may be one. @param published the page's list of files, which it adds to */
export function pageChain(tools: ChainTools, options: MediaOptions & Pick<ChainDeskOptions, 'inTime'>, published: AssetRecord[]): ChainWatch {
  return createChainWatch(tools, { open: chainOpener(options, published), inTime: options.inTime });
}

/**
 * How a page opens the chain worker: in the form of the text's. One that hangs or dies is not started again here, for its memory is in the store.
 * Past three within a minute none is opened, but for a report: a person asked for that.
 * @param published the page's list of files, which it adds to
 */
export function chainOpener({ assets, version, seal, deadlineMs, used, openForm, Life, Budget, whichKernel }: MediaOptions, published: AssetRecord[]): ChainDeskOptions['open'] {
  published.push(...CHAIN_ASSETS);
  const budget = new Budget();
  return async (stored) => {
    if (!stored.isPublic && !budget.spend()) throw new SafetyError('worker-failed', 'The worker for near-copies could not be had.');
    const kind = whichKernel();
    if (kind === 'none') throw new SafetyError('no-wasm', 'There is no WebAssembly.');
    const kernel: AssetName = kind === 'simd' ? 'sketch.bin' : 'sketch-scalar.bin';
    const payload: ChainStart = { ...stored, version, assets: { [kernel]: await assets.load(kernel), 'tables.bin': await assets.load('tables.bin') } };
    const opened = await openForm({ assets, version, file: chainWorkerFile }, seal as SealChoice);
    const life = new Life<ChainStart>({ ...opened, deadlineMs });
    try {
      const gone = await life.call('start', [payload], START_MS, Object.values(payload.assets)) as readonly StateRecord[];
      for (const name of Object.keys(payload.assets)) used.add(name);
      // Nobody checked the file of an unsealed worker.
      if (seal !== 'off') used.add(chainWorkerFile(seal));
      const ask = (method: string) => (...args: readonly unknown[]): Promise<never> => life.call(method, args) as Promise<never>;
      const running: RunningChain = { see: ask('see'), replay: ask('replay'), forget: ask('forget'), sketch: ask('sketch'), end: () => life.dispose() };
      return { running, gone };
    } catch (error) {
      await life.dispose();
      throw error;
    }
  };
}
