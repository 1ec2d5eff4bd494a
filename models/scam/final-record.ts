import { existsSync, readFileSync } from 'node:fs';
import type { ScamReport } from '../../src/node/eval/scam-report.ts';
import type { Share } from '../../src/node/eval/wilson.ts';
import type { ThreadGroup } from './thread-figures.ts';

export interface Scoring {
  readonly modelSha256: string;
  /** Why it was scored again; null for the first time. */
  readonly why: string | null;
  /** Over all languages, so that a first result cannot be forgotten. */
  readonly recallTip: Share;
  readonly falselyTip: Share;
  /** The same over all conversations; null in a test that has none. */
  readonly threadRecall: Share | null;
  readonly threadEarly: Share | null;
  readonly threadBenign: Share | null;
}

/** models/scam/final.json, final-second.json: what a blind final test said. */
export interface FinalRecord {
  readonly command: string;
  /** SHA-256 over the test's files, as its README had it before any training. */
  readonly digest: string;
  readonly modelSha256: string;
  /** How often it has been scored: 1, if all is well. */
  readonly scored: number;
  /** The first first. */
  readonly scorings: readonly Scoring[];
  /** By language (`groups`, `ranking`), family and kind, with counts and intervals. */
  readonly report: ScamReport;
  /** Its conversations, as the engine decides; null where it has none. */
  readonly threads: {
    /** SHA-256 over their files, written down at the same time. */
    readonly digest: string;
    readonly groups: readonly ThreadGroup[];
  } | null;
}

/** @returns null before the test was ever scored */
export function readFinalRecord(file: URL): FinalRecord | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as FinalRecord : null;
}

export function times(n: number): string {
  return n === 1 ? 'once' : `${n} times`;
}
