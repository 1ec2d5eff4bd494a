import type { SignalName } from './contact-signals.ts';

/**
 * The packed scorecard (models/contact): whole points, never below zero, so that a fact can only add and an unknown one adds
 * nothing. Level = points against a line by stratum.
 */
export interface ContactScorecard {
  readonly version: 1;
  /** Points by bucket, from what tells least, never falling; a signal that is left out gives none. */
  readonly points: Readonly<Partial<Record<SignalName, readonly number[]>>>;
  /** Points where both are at their bucket or beyond it. */
  readonly pairs: readonly { readonly both: readonly [readonly [SignalName, string], readonly [SignalName, string]]; readonly points: number }[];
  /** Where notices begin, by what the host says nothing of at all; where it is silent on several, the highest of their lines. */
  readonly lines: Readonly<Record<Silence, Lines>>;
  /** A group of evidence counts for `strong` from so many points. */
  readonly groupFloor: number;
}

/** A group of which the host says nothing; `none`: it says something of each. Its silence on ages is the stratum `unknown`. */
export type Silence = 'none' | 'account' | 'graph' | 'rate';
export const SILENCES: readonly Silence[] = ['none', 'account', 'graph', 'rate'];

/** Points from which a tip, by stratum, and a strong notice begin. */
export interface Lines extends Readonly<Record<Stratum, number>> {
  /** Only for `reach`. */
  readonly strong: number;
}

/**
 * Who writes to whom. `reach`: an adult, or somebody whose age is not known, to a minor. `peers`: a minor to a minor. `adult`: to an
 * adult. `unknown`: to somebody whose age is not known.
 */
export type Stratum = 'reach' | 'peers' | 'adult' | 'unknown';
export const STRATA: readonly Stratum[] = ['reach', 'peers', 'adult', 'unknown'];
