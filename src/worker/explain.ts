import type { Explanation, ScreenItem, TextExplanation } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import { listSurfaces } from '../contract/surfaces.ts';
import type { Checks } from './checks.ts';
import { surfacesToRead } from './surfaces.ts';

/** No contact model exists yet; its place in the form is kept. */
const NO_CONTACT: Explanation['contact'] = { level: 'none', score: 0, reasons: [] };
const OFF: Explanation = { scam: { level: 'none', score: 0, family: null, lang: 'und' }, contact: NO_CONTACT, features: {} };

/**
 * The judgement behind a notice, without state and budgets. `level` is that of the notice this sender could get: `none`
 * from contacts and for the person's own words; `score`, `lang` and `features` are those of the text, whoever wrote it.
 * Switched off, everything is zero.
 * @param inThread with what the message says to those after it
 * @throws {SafetyError} no-wasm, asset-unavailable, model-invalid: switched on, and the model is not in force.
 */
export function explainOne(item: ScreenItem, checks: Checks, inThread: boolean): TextExplanation {
  const { message } = item;
  if (checks.scam === undefined) {
    const missing = checks.missing.find(({ check }) => check === 'scam');
    if (missing === undefined) return OFF;
    throw new SafetyError(missing.code, 'The scam model is not in force.');
  }
  const { scam } = checks.read(surfacesToRead(listSurfaces(message)), { words: false, scam: item });
  if (scam === undefined) return OFF;
  const { said, score, lang, features } = scam;
  const { level, facts } = said;
  return { scam: { level, score, family: level === 'none' ? null : facts.family, lang }, contact: NO_CONTACT, features, said: inThread ? said : undefined };
}
