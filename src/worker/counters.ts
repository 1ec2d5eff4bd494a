import type { EngineCounters } from '../contract/engine.ts';
import type { TextKernel } from '../text/text-kernel.ts';

/** Counts over the engine's life; a kernel that is dropped hands its numbers over. For the test that off means off. */
export interface Counters {
  tablesLoaded: number;
  modelsLoaded: number;
  /** Takes over what a kernel counted, before it goes. */
  retire(kernel: TextKernel): void;
  read(kernel: TextKernel | undefined): EngineCounters;
}

export function createCounters(): Counters {
  const past = { calls: {} as Record<string, number>, textCopies: 0, normalisations: 0 };
  return {
    tablesLoaded: 0,
    modelsLoaded: 0,
    retire(kernel) {
      past.calls = sum(past.calls, kernel.calls);
      past.textCopies += kernel.textCopies;
      past.normalisations += kernel.normalisations;
    },
    read(kernel) {
      return {
        kernelCalls: sum(past.calls, kernel?.calls ?? {}), tablesLoaded: this.tablesLoaded, modelsLoaded: this.modelsLoaded,
        textCopies: past.textCopies + (kernel?.textCopies ?? 0), normalisations: past.normalisations + (kernel?.normalisations ?? 0),
      };
    },
  };
}

function sum(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const total = { ...a };
  for (const [name, count] of Object.entries(b)) total[name] = (total[name] ?? 0) + count;
  return total;
}
