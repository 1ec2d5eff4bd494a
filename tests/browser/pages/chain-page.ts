import { ASSETS } from '../../../build/assets.gen.ts';
import { VERSION } from '../../../build/version.gen.ts';
import type { ChainItem } from '../../../src/contract/chain.ts';
import { availableKernel } from '../../../src/contract/simd.ts';
import { openAssets } from '../../../src/host/assets.ts';
import { createChainDesk, type ChainDesk, type ChainSeen } from '../../../src/host/chain-desk.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { chainOpener } from '../../../src/host/page-chain.ts';
import { ProgressClock } from '../../../src/host/progress-clock.ts';
import { RestartBudget } from '../../../src/host/restart-budget.ts';
import { openRecords } from '../../../src/host/store.ts';
import { localTabs } from '../../../src/host/tabs.ts';
import { openBestForm } from '../../../src/host/worker-forms.ts';
import { WorkerLife } from '../../../src/host/worker-life.ts';

let desk: ChainDesk;
const store = createMemoryStore();
const used = new Set<string>();

/** The desk over the real worker, as a page would put it together. */
function openDesk(base: string, seal: 'header' | 'frame'): void {
  const published = [...ASSETS];
  const assets = openAssets(new URL(base, location.href).href, published, VERSION, () => Promise.resolve([]));
  const parts = { assets, version: VERSION, seal, deadlineMs: 5_000, used, openForm: openBestForm, Life: WorkerLife, Budget: RestartBudget, Clock: ProgressClock, whichKernel: availableKernel };
  desk = createChainDesk({ records: openRecords(store, 1_000), tabs: localTabs(store), deadlineMs: 1_000, inTime: (work) => work, open: chainOpener(parts, published) });
}

const see = (items: readonly ChainItem[]): Promise<readonly ChainSeen[]> => desk.see(items);
const end = (): Promise<void> => desk.end();
const stored = (): Promise<readonly string[]> => store.keys();

const page = { openDesk, see, end, stored, used: (): readonly string[] => [...used] };
export type ChainPage = typeof page;
Object.assign(globalThis, { chain: page });
