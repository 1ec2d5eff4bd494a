/** One row of the benchmark's answer (DESIGN §4). */
export interface BenchRow {
  readonly suite: string;
  readonly case: string;
  /** Operations timed in all rounds together; for memory rows, things held. */
  readonly n: number;
  /** Microseconds of one operation: median over rounds of a round's mean. `p95` rows say so in their case. */
  readonly median_us: number;
  /** Megabytes (10^6) of UTF-8 input a second. */
  readonly mb_per_s?: number;
  /** The case of the same suite this one is compared with, measured in the same run, interleaved. */
  readonly ratio_to?: string;
  /** `median_us` of `ratio_to` over `median_us` of this row: how many times faster this row is. */
  readonly ratio?: number;
  /** Memory rows: bytes held. */
  readonly bytes?: number;
}

export interface Contender {
  readonly name: string;
  /** Does operation number `index` and returns something that depends on its result, so that nothing is optimised away. */
  run(index: number): number;
}

export interface AsyncContender {
  readonly name: string;
  run(index: number): Promise<number>;
}

export interface MeasureOptions {
  readonly rounds: number;
  /** Milliseconds a contender may use in one round. At least one operation is run. */
  readonly roundMs: number;
  /** Operations of one round at most. */
  readonly maxPerRound: number;
}

export interface Measured {
  readonly name: string;
  readonly n: number;
  readonly medianUs: number;
}

let consumed = 0;

/** Sum over all results of the run: printed to nobody, but it keeps every result alive. */
export function consumedResults(): number {
  return consumed;
}

/**
 * Times contenders turn about: round by round, each gets the same operations from the start, as many as its budget
 * allows. Interleaving spreads what the machine does besides over all of them. A warm-up round is thrown away.
 */
export function measure(contenders: readonly Contender[], options: MeasureOptions): readonly Measured[] {
  // Lazily compiled patterns and cold code would make the first guess far too small, so the second one counts.
  for (const contender of contenders) calibrate(contender, options);
  const perRound = contenders.map((contender) => calibrate(contender, options));
  const means: number[][] = contenders.map(() => []);
  for (let round = 0; round <= options.rounds; round++) {
    contenders.forEach((contender, which) => {
      const count = perRound[which] ?? 1;
      const from = performance.now();
      let sum = 0;
      for (let index = 0; index < count; index++) sum += contender.run(index);
      const took = performance.now() - from;
      consumed += sum;
      // A contender of seconds an operation gets no warm-up beyond its calibration.
      if (round > 0) means[which]?.push((took * 1000) / count);
    });
  }
  return contenders.map(({ name }, which) => ({
    name, n: (perRound[which] ?? 1) * options.rounds, medianUs: median(means[which] ?? []),
  }));
}

/** The same for operations that answer later, one at a time. */
export async function measureAsync(contenders: readonly AsyncContender[], options: MeasureOptions): Promise<readonly Measured[]> {
  const means: number[][] = contenders.map(() => []);
  const counts: number[] = contenders.map(() => 0);
  for (let round = 0; round <= options.rounds; round++) {
    for (const [which, contender] of contenders.entries()) {
      const from = performance.now();
      let took = 0;
      let count = 0;
      while (count < options.maxPerRound && took < options.roundMs) {
        consumed += await contender.run(count);
        count += 1;
        took = performance.now() - from;
      }
      if (round === 0) continue;
      means[which]?.push((took * 1000) / count);
      counts[which] = (counts[which] ?? 0) + count;
    }
  }
  return contenders.map(({ name }, which) => ({ name, n: counts[which] ?? 0, medianUs: median(means[which] ?? []) }));
}

/** Operations that fit one round: doubles until the budget is spent. Also warms the code up. */
function calibrate(contender: Contender, { roundMs, maxPerRound }: MeasureOptions): number {
  let count = 1;
  for (;;) {
    const from = performance.now();
    for (let index = 0; index < count; index++) consumed += contender.run(index);
    const took = performance.now() - from;
    if (took >= roundMs / 2) return Math.max(1, Math.min(maxPerRound, Math.floor((count * roundMs) / took)));
    if (count >= maxPerRound) return maxPerRound;
    count = Math.min(count * 2, maxPerRound);
  }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Nearest rank. @param share 0–1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN;
}

/** Three significant digits: what such a run can claim. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** Rows of one interleaved measurement. The first is ours: compared with the second; the others with the first. */
export function toRows(suite: string, measured: readonly Measured[], bytesPerOperation?: number): BenchRow[] {
  const byRank = (which: number): Measured | undefined => (which === 0 ? measured[1] : measured[0]);
  return measured.map((one, which) => {
    const other = byRank(which);
    return {
      suite,
      case: one.name,
      n: one.n,
      median_us: rounded(one.medianUs),
      ...(bytesPerOperation === undefined ? {} : { mb_per_s: rounded(bytesPerOperation / one.medianUs) }),
      ...(other === undefined ? {} : { ratio_to: other.name, ratio: rounded(other.medianUs / one.medianUs) }),
    };
  });
}
