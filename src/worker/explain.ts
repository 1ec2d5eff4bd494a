import type { ScreenItem, TextExplanation } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import { listSurfaces } from '../contract/surfaces.ts';
import type { Checks } from './checks.ts';
import { surfacesToRead } from './surfaces.ts';

const OFF: TextExplanation['scam'] = { level: 'none', score: 0, family: null, lang: 'und' };

/**
 * The judgement behind a notice, without state and budgets. `level` is that of the notice this sender could get: `none`
 * from contacts and for the person's own words; `score`, `lang` and `features` are those of the text, whoever wrote it.
 * Switched off, everything is zero.
 * @param inThread with what the message says to those after it
 * @throws {SafetyError} no-wasm, asset-unavailable, model-invalid: switched on, and the model is not in force.
 */
export function explainOne(item: ScreenItem, checks: Checks, inThread: boolean): TextExplanation {
  const { message, row } = item;
  const named = row.isStranger ? checks.names?.(item) : undefined;
  const off: TextExplanation = { scam: OFF, features: {}, named };
  if (checks.scam === undefined) {
    const missing = checks.missing.find(({ check }) => check === 'scam');
    if (missing === undefined) return off;
    throw new SafetyError(missing.code, 'The scam model is not in force.');
  }
  const { scam } = checks.read(surfacesToRead(listSurfaces(message)), { words: false, scam: item });
  if (scam === undefined) return off;
  const { said, score, lang, features, cues } = scam;
  const { level, facts } = said;
  return { scam: { level, score, family: level === 'none' ? null : facts.family, lang }, features, named, cues, said: inThread ? said : undefined };
}
