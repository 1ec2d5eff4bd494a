import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { PASSED_ON } from '../passed-on.ts';
import type { CascadeReport, CascadeSizes } from './measure.ts';
import { CASCADE_RATES, CASCADE_SHAPE } from './rates.ts';
import { SCENARIOS } from './scenarios.ts';
import type { CascadeSwings } from './swings.ts';

/** models/chain/cascade/eval.json: what the card shows. */
export interface CascadeEval {
  readonly command: string;
  /** Of every number that the simulator was given. */
  readonly numbersSha256: string;
  readonly report: CascadeReport;
  readonly swings: CascadeSwings;
  /** Small enough to be played again by a test: a change of what the simulator does is not missed. */
  readonly small: CascadeReport;
}

export const CASCADE_FOLDER = new URL('./', import.meta.url);
export const CASCADE_EVAL = new URL('eval.json', CASCADE_FOLDER);

/** Seeds that no rate was looked at with. */
export const MAIN: CascadeSizes = { people: 10_000, runs: 20, seed: 1_000 };
export const SWUNG: CascadeSizes = { people: 5_000, runs: 10, seed: 2_000 };
export const SMALL: CascadeSizes = { people: 600, runs: 2, seed: 3_000 };

/** SHA-256 over rates, shape, scenarios and what is found of changed letters. */
export function numbersSha256(): string {
  return createHash('sha256').update(JSON.stringify([CASCADE_RATES, CASCADE_SHAPE, SCENARIOS, PASSED_ON.found.my])).digest('hex');
}

export function readCascadeEval(): CascadeEval | null {
  return existsSync(CASCADE_EVAL) ? JSON.parse(readFileSync(CASCADE_EVAL, 'utf8')) as CascadeEval : null;
}
