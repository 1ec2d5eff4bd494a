import type { ReasonCode, ScamFamily } from '../contract/verdict.ts';
import type { CueGroup } from './cues.ts';

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
 * @param cues the table of src/decide/cues.ts, which comes with the model
 * @param text normalised and scored units as the kernel prepared them: folded, digits as 0 (src/score `scoredText`)
 */
export function readCues(cues: readonly CueGroup[], text: string): CueReading {
  const words = ` ${(text.match(WORDS) ?? []).join(' ')} `;
  const reasons = new Set<ReasonCode>();
  const votes = new Map<ScamFamily, number>();
  for (const { reason, family, phrases } of cues) {
    const found = phrases.split(',').filter((phrase) => words.includes(` ${phrase} `.replace('* ', ''))).length;
    if (found > 0 && reason !== undefined) reasons.add(reason);
    if (found > 0 && family !== undefined) votes.set(family, (votes.get(family) ?? 0) + found);
  }
  // Of two that tie, the one whose place in the table is first: so they were put in, and the sort keeps it.
  const [first] = [...votes].sort(([, a], [, b]) => b - a);
  return { reasons: [...reasons], family: first?.[0] ?? null };
}
