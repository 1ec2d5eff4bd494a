import { inputsOf, LANGUAGE_LANES, LANGUAGE_ROWS, packScam } from '../../../models/build/pack.ts';
import { finish, step } from '../../../models/build/hash.ts';
import { withJson } from '../../../models/scam/asset-json.ts';
import { formTable } from '../../../models/scam/concept-table.ts';
import { DENSE as DENSE_NAMES, FEATURE_VERSION } from '../../../models/scam/shape.ts';
import { plainTables } from '../../../assembly/tables/build/plain.ts';
import { withAssetHeader } from '../../../scripts/build/tables.ts';
import { ASSET_HEADER_BYTES } from '../../../src/contract/assets.ts';
import { SCAM_ACTIONS, SCAM_ADVICE } from '../../../src/decide/scam-advice.ts';
import { HIJACKED } from '../../../src/decide/scam-exemptions.ts';
import type { ScamModel } from '../../../src/score/scam-model.ts';
import { builtAsset } from './engine-kit.ts';

const DIM = 16;
const HIDDEN = 4;
const CLASSES = ['ham', 'spam', 'account', 'parcel'];
const FAMILY = 2;
const LANGUAGES = ['en', 'ru'];
const RUSSIAN = 1;
const LINK = 3;
const CURRENCY = 5;
/** From there to U+044F: а to я. */
const CYRILLIC = 0x430;

/**
 * A model whose answers can be read off the text, so that tests of the engine do not hang on the trained one: a link is
 * a scam about an account for certain (`strong`), a sign of a currency likely (`tip`), all else is not. Cyrillic is Russian, the
 * rest English; a gift card asks for money in both.
 * @param measured languages with points
 */
export function tinyModel(measured: readonly string[] = LANGUAGES): ArrayBuffer {
  const shape = { dim: DIM, concepts: 1, languages: LANGUAGES.length };
  const w1 = new Float32Array(inputsOf(shape) * HIDDEN);
  w1[(DIM + LINK) * HIDDEN] = 1;
  w1[(DIM + CURRENCY) * HIDDEN + 1] = 1;
  const w2 = new Float32Array(HIDDEN * CLASSES.length);
  w2[FAMILY] = 10;
  w2[CLASSES.length + FAMILY] = 3;
  const languageTable = new Int8Array(LANGUAGE_ROWS * LANGUAGE_LANES);
  for (let i = 0; i < 32; i++) languageTable[rowOf(CYRILLIC + i) * LANGUAGE_LANES + RUSSIAN] = 100;
  const languageBias = new Float32Array(LANGUAGE_LANES);
  // More than what Latin runs of letters that share a row with a Cyrillic one come to.
  languageBias[0] = 100;
  const packed = packScam({
    ...shape, columns: new Int8Array(DIM), scale: 1, languageTable, languageBias, languageScale: 1, margin: 10,
    forms: formTable([
      { language: 0, concept: 0, stream: 'gift card', open: true }, { language: RUSSIAN, concept: 0, stream: 'подарочную карту', open: false },
    ], 128),
    w1, b1: new Float32Array(HIDDEN), w2, b2: Float32Array.of(2, 0, 0, -20),
  }, FEATURE_VERSION, plainTables(new Uint8Array(builtAsset('tables.bin')).subarray(ASSET_HEADER_BYTES)));
  const json: ScamModel = {
    classes: CLASSES, languages: LANGUAGES, points: Object.fromEntries(measured.map((tag) => [tag, [0.5, 0.9]])), strictest: [0.6, 0.95], dense: DENSE_NAMES,
    familyShare: 0.8, reasons: { 0: 'asks-for-money' }, advice: SCAM_ADVICE, actions: SCAM_ACTIONS, hijacked: HIJACKED,
  };
  return new Uint8Array(withJson(withAssetHeader('SM', packed), json)).buffer;
}

/** Row of the language table that a single unit asks for. */
function rowOf(unit: number): number {
  return finish(step(0x2545f491, unit)) & (LANGUAGE_ROWS - 1);
}
