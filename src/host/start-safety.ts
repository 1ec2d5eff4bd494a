import { ASSETS, FRAME_SCRIPT_SHA256 } from '../../build/assets.gen.ts';
import { VERSION } from '../../build/version.gen.ts';
import type { Safety, SafetyOptions } from '../contract/safety.ts';
import { availableKernel } from '../contract/simd.ts';
import { workerFile } from '../contract/worker-file.ts';
import { openAssets } from './assets.ts';
import { EngineLife } from './engine-life.ts';
import { inTime } from './in-time.ts';
import { lazyChain } from './lazy-chain.ts';
import { lazyCovers } from './lazy-covers.ts';
import { loadPart } from './load-part.ts';
import type { RunnableModel } from './onnx-model.ts';
import type { CheckedOptions } from './safety-options.ts';
import { RestartBudget } from './restart-budget.ts';
import { createSafetyOver } from './safety.ts';
import { webTabs } from './web-tabs.ts';
import { openBestForm } from './worker-forms.ts';
import { WorkerLife } from './worker-life.ts';

/** What `createSafety` does after its options are checked: assets, the worker in the best form, Safety over it. */
export async function startSafety(options: SafetyOptions, checked: CheckedOptions): Promise<Safety> {
  const { assets: base, seal, store, now, deadlineMs } = checked;
  const model = options.models?.text as RunnableModel | undefined;
  // Before anything is opened.
  if (model && !('open' in model)) throw new TypeError('"models.text" is no onnxTextModel.');
  const published = [...ASSETS];
  const assets = openAssets(base, published, VERSION, async () => (
    (await loadPart(() => import('../../build/word-assets.gen.ts'))).WORD_ASSETS));
  const { live, reopen, seal: form } = await openBestForm({ assets, version: VERSION, file: workerFile }, seal);
  const used = new Set<string>();
  const { hints } = options;
  const wait = <T>(work: Promise<T>): Promise<T> => inTime(work, deadlineMs);
  const parts = { hints, assets, version: VERSION, seal: form, deadlineMs, used, openForm: openBestForm, Life: WorkerLife, Budget: RestartBudget, inTime: wait, whichKernel: availableKernel };
  const covers = lazyCovers(async () => (await loadPart(() => import('./page-covers.ts'))).pageCovers(parts, published));
  const port: EngineLife = new EngineLife({ seal: form, live, reopen, deadlineMs }, published, async () => {
    const { addNotices } = await loadPart(() => import('./page-notices.ts'));
    return () => { addNotices(port, parts, published); };
  }, wait);
  return createSafetyOver({
    scorer: model?.open(parts, published),
    port, covers, used, hints, chain: (tools) => lazyChain(tools, async () => (await loadPart(() => import('./page-chain.ts'))).pageChain(tools, parts, published), wait),
    assets, published, frameScript: `sha256-${FRAME_SCRIPT_SHA256}`, version: VERSION, store, tabs: webTabs(store), now, deadlineMs,
    ...(options.settings === undefined ? {} : { settings: options.settings }),
    ...(options.describeSender === undefined ? {} : { describeSender: options.describeSender }),
    ...(options.reports === undefined ? {} : { reports: options.reports }),
  });
}
