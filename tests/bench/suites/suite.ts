import type { BenchRow } from '../measure.ts';

export interface SuiteOptions {
  /** Root of the checkout, without a slash at its end. */
  readonly root: string;
  /** Fewer rounds and the shorter lists only: to see that it runs, not to publish. */
  readonly quick: boolean;
  /** A sentence for stderr: what is being done, or was left out and why. */
  note(sentence: string): void;
}

export type Suite = (options: SuiteOptions) => Promise<readonly BenchRow[]>;
