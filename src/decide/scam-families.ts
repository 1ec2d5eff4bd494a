import type { ReasonCode, ScamFamily } from '../contract/verdict.ts';
import type { ScamTables } from './scam-tables.ts';

export interface CueReading {
  /** In the order of the table, each once. */
  readonly reasons: readonly ReasonCode[];
  /** The family most phrases point to; the earlier one of the table where two tie; null where none does. */
  readonly family: ScamFamily | null;
}

/** Runs of letters, digits and marks. By ranges, not by `\p{L}`: engines differ in their Unicode version. */
const WORDS = /[a-z0-9'\u00c0-\u1fff\u2c00-\u2dff\u3040-\uffff]+/g;

/**
 * Reads the cues of a text the model fired on. Looks for each of some 250 phrases once: well under a millisecond.
 * @param cues those of src/decide/scam-tables.ts, which come with the model
 * @param text normalised and scored units as the kernel prepared them: folded, digits as 0 (src/score `scoredText`)
 */
export function readCues(cues: ScamTables['cues'], text: string): CueReading {
  const words = ` ${(text.match(WORDS) ?? []).join(' ')} `;
  // A group for each of its phrases that is there.
  const found = cues.flatMap((group) => group.phrases.filter((phrase) => words.includes(phrase)).map(() => group));
  const families = found.flatMap(({ family }) => family ?? []);
  const votes = families.map((one) => families.filter((family) => family === one).length);
  return {
    reasons: [...new Set(found.flatMap(({ reason }) => reason ?? []))],
    // Of two that tie, the one whose place in the table is first.
    family: families[votes.indexOf(Math.max(...votes))] ?? null,
  };
}
