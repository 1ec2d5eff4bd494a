import type { EngineCounters } from '../contract/engine.ts';
import { noCounts, type KernelCounts } from '../text/kernel-counts.ts';

/** Counts over the engine's life, one kernel after the other. */
export interface Counts extends KernelCounts {
  tablesLoaded: number;
  modelsLoaded: number;
}

export function startCounting(): Counts {
  return { ...noCounts(), tablesLoaded: 0, modelsLoaded: 0 };
}

/** As `counters()` answers: of calls only those that happened. */
export function readCounts({ tablesLoaded, modelsLoaded, textCopies, ...calls }: Counts): EngineCounters {
  return {
    kernelCalls: Object.fromEntries(Object.entries(calls).filter(([, times]) => times > 0)),
    tablesLoaded, modelsLoaded, textCopies, normalisations: calls.normalise,
  };
}
