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
  /** Operations that one `run` does; default 1. */
  readonly each?: number;
  /** Does operation number `index` and returns something that depends on its result, so that nothing is optimised away. */
  run(index: number): number;
}

export interface AsyncContender {
  readonly name: string;
  run(index: number): Promise<number>;
}

export interface MeasureOptions {
  /** Rounds of a contender that fits a round. Slower ones take part in fewer, evenly spread. */
  readonly rounds: number;
  /**
   * Milliseconds of one contender's turn. A few only: on a machine that others use too, a short turn is often not
   * interrupted at all, and the median passes over those that were.
   */
  readonly roundMs: number;
  /** Milliseconds a contender may use in all rounds together; at least three operations are timed whatever they take. */
  readonly totalMs: number;
}

/** Turns of all suites that measure in this process. */
export function turns(quick: boolean): MeasureOptions {
  return quick ? { rounds: 15, roundMs: 2, totalMs: 300 } : { rounds: 301, roundMs: 2, totalMs: 6_000 };
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
 * Times contenders turn about: round by round, each gets as many operations as its turn allows. Interleaving spreads what
 * the machine does besides over all of them. What calibration ran is the warm-up and is not counted.
 */
export function measure(contenders: readonly Contender[], options: MeasureOptions): readonly Measured[] {
  const plans = contenders.map((contender) => planOf(calibrate(contender, options), options));
  const means: number[][] = contenders.map(() => []);
  const done = contenders.map(() => 0);
  for (let round = 0; round < options.rounds; round++) {
    contenders.forEach((contender, which) => {
      const plan = plans[which] as Plan;
      if (!takesPart(plan, round, options.rounds)) return;
      const start = done[which] ?? 0;
      const from = performance.now();
      let sum = 0;
      for (let index = start; index < start + plan.operations; index++) sum += contender.run(index);
      const took = performance.now() - from;
      consumed += sum;
      done[which] = start + plan.operations;
      means[which]?.push((took * 1000) / plan.operations / (contender.each ?? 1));
    });
  }
  return contenders.map(({ name, each = 1 }, which) => ({ name, n: (done[which] ?? 0) * each, medianUs: median(means[which] ?? []) }));
}

/** The same for operations that answer later, one at a time. */
export async function measureAsync(contenders: readonly AsyncContender[], options: MeasureOptions): Promise<readonly Measured[]> {
  const plans: Plan[] = [];
  for (const contender of contenders) plans.push(planOf(await calibrateAsync(contender, options), options));
  const means: number[][] = contenders.map(() => []);
  const done = contenders.map(() => 0);
  for (let round = 0; round < options.rounds; round++) {
    for (const [which, contender] of contenders.entries()) {
      const plan = plans[which] as Plan;
      if (!takesPart(plan, round, options.rounds)) continue;
      const start = done[which] ?? 0;
      const from = performance.now();
      let sum = 0;
      for (let index = start; index < start + plan.operations; index++) sum += await contender.run(index);
      const took = performance.now() - from;
      consumed += sum;
      done[which] = start + plan.operations;
      means[which]?.push((took * 1000) / plan.operations);
    }
  }
  return contenders.map(({ name }, which) => ({ name, n: done[which] ?? 0, medianUs: median(means[which] ?? []) }));
}

interface Plan {
  readonly operations: number;
  readonly rounds: number;
}

/** @param operationMs milliseconds of one operation, warm */
function planOf(operationMs: number, { rounds, roundMs, totalMs }: MeasureOptions): Plan {
  const operations = Math.max(1, Math.floor(roundMs / operationMs));
  const affordable = Math.floor(totalMs / (operations * operationMs));
  return { operations, rounds: Math.min(rounds, Math.max(3, affordable)) };
}

function takesPart(plan: Plan, round: number, rounds: number): boolean {
  return Math.floor(((round + 1) * plan.rounds) / rounds) > Math.floor((round * plan.rounds) / rounds);
}

/** Runs for a while to warm the code up, then gives the milliseconds of one operation. */
function calibrate(contender: Contender, { roundMs }: MeasureOptions): number {
  const warmUp = new WarmUp(roundMs);
  while (warmUp.goesOn) {
    const from = performance.now();
    for (let i = 0; i < warmUp.batch; i++) consumed += contender.run(warmUp.operations + i);
    warmUp.took(performance.now() - from);
  }
  return warmUp.operationMs;
}

async function calibrateAsync(contender: AsyncContender, { roundMs }: MeasureOptions): Promise<number> {
  const warmUp = new WarmUp(roundMs);
  while (warmUp.goesOn) {
    const from = performance.now();
    for (let i = 0; i < warmUp.batch; i++) consumed += await contender.run(warmUp.operations + i);
    warmUp.took(performance.now() - from);
  }
  return warmUp.operationMs;
}

class WarmUp {
  operations = 0;
  batch = 1;
  readonly #roundMs: number;
  readonly #until: number;
  readonly #means: number[] = [];

  constructor(roundMs: number) {
    this.#roundMs = roundMs;
    this.#until = performance.now() + roundMs * 30;
  }

  /** At least four batches: the first one of a peer may compile its pattern for seconds. */
  get goesOn(): boolean {
    return this.#means.length < 4 || performance.now() < this.#until;
  }

  /** The quickest batch of the later half: an interrupted one would make turns too short, and short turns look quicker. */
  get operationMs(): number {
    return Math.min(...this.#means.slice(this.#means.length >> 1));
  }

  took(milliseconds: number): void {
    this.#means.push(Math.max(milliseconds / this.batch, 1e-5));
    this.operations += this.batch;
    this.batch = Math.max(1, Math.floor(this.#roundMs / 4 / this.operationMs));
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
