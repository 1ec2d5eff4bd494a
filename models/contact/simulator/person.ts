import type { Rng } from '../../build/rng.ts';
import { chance } from './draws.ts';
import { SAMPLE, SCRIPTS, type Script } from './rates.ts';
import type { World } from './worlds.ts';

/** Whoever uses the device. */
export interface Person {
  readonly age: 'child' | 'teen' | 'adult';
  readonly diaspora: boolean;
  readonly south: boolean;
  readonly script: Script;
  /** Cues are looked for, in a language that is covered. */
  readonly cues: boolean;
  readonly language: 'covered' | 'other';
}

const SCRIPT_NAMES = Object.keys(SCRIPTS) as readonly Script[];

/** @param minor null draws it as often as the sample says */
export function drawPerson({ rates }: World, minor: boolean | null, rng: Rng): Person {
  const isMinor = minor ?? chance(SAMPLE.minors, rng);
  const covered = chance(rates.cueLanguage, rng);
  return {
    age: !isMinor ? 'adult' : chance(SAMPLE.children, rng) ? 'child' : 'teen',
    diaspora: chance(rates.diasporaPeople, rng),
    south: chance(SAMPLE.south, rng),
    script: SCRIPT_NAMES[rng.below(SCRIPT_NAMES.length)] as Script,
    cues: chance(isMinor ? rates.cuesOnMinor : rates.cuesOnAdult, rng) && covered,
    language: covered ? 'covered' : 'other',
  };
}
