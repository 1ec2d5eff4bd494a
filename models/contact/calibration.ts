import type { Outcome } from './outcomes.ts';

/** Share of harmful threads by the most points a thread came to, never falling: steps `[from points, share]`. A share in the simulator. */
export type Calibration = readonly (readonly [from: number, share: number])[];
export interface Calibrations { readonly minors: Calibration; readonly adults: Calibration }
export type Side = keyof Calibrations;

export const sideOf = ({ person }: Outcome): Side => (person.age === 'adult' ? 'adults' : 'minors');

const BIN = 10;

/** Weights by ten points, so that every harmful thread counts as often as it is met. */
export class Tally {
  readonly #bins: Record<Side, [benign: number, harmful: number][]> = { minors: [], adults: [] };

  add(side: Side, points: number, harmful: boolean, weight: number): void {
    const bins = this.#bins[side];
    const at = Math.floor(points / BIN);
    while (bins.length <= at) bins.push([0, 0]);
    const bin = bins[at] as [number, number];
    bin[harmful ? 1 : 0] += weight;
  }

  /** Pool adjacent violators. */
  fit(side: Side): Calibration {
    const blocks: { from: number; benign: number; harmful: number }[] = [];
    const share = ({ benign, harmful }: { readonly benign: number; readonly harmful: number }): number => (benign + harmful === 0 ? 0 : harmful / (benign + harmful));
    this.#bins[side].forEach(([benign, harmful], at) => {
      if (benign + harmful === 0) return;
      blocks.push({ from: at * BIN, benign, harmful });
      for (;;) {
        const [before, last] = blocks.slice(-2);
        if (before === undefined || last === undefined || share(before) < share(last)) return;
        blocks.splice(-2, 2, { from: before.from, benign: before.benign + last.benign, harmful: before.harmful + last.harmful });
      }
    });
    return blocks.map((block) => [block.from, Math.round(share(block) * 1e6) / 1e6]);
  }

  /** Expected calibration error over the steps, weighted by threads, and the Brier score. */
  error(side: Side, steps: Calibration): { readonly ece: number; readonly brier: number } {
    let [all, off, squares] = [0, 0, 0];
    steps.forEach(([from, share], i) => {
      const to = steps[i + 1]?.[0] ?? Infinity;
      let [benign, harmful] = [0, 0];
      this.#bins[side].forEach(([b, h], at) => {
        if ((i > 0 && at * BIN < from) || at * BIN >= to) return;
        benign += b;
        harmful += h;
      });
      all += benign + harmful;
      off += Math.abs(share * (benign + harmful) - harmful);
      squares += benign * share * share + harmful * (1 - share) * (1 - share);
    });
    return { ece: all === 0 ? 0 : off / all, brier: all === 0 ? 0 : squares / all };
  }

  /** Of threads from these points on: what the steps say, and what is so. */
  above(side: Side, from: number): { readonly n: number; readonly harmful: number } {
    const bins = this.#bins[side].filter((_bin, at) => at * BIN >= from);
    const harmful = bins.reduce((sum, [, h]) => sum + h, 0);
    return { n: bins.reduce((sum, [b, h]) => sum + b + h, 0), harmful };
  }
}
