import { pathToFileURL } from 'node:url';
import { createFeatureKernel, tablesPayload } from '../../models/build/kernel.ts';
import { inputsOf, LANGUAGE_LANES, LANGUAGE_ROWS, packScam } from '../../models/build/pack.ts';
import { CLASSES, scamJson, withJson } from '../../models/scam/asset-json.ts';
import { conceptNames } from '../../models/scam/concept-files.ts';
import { conceptForms, formTable } from '../../models/scam/concept-table.ts';
import { FEATURE_VERSION, LANGUAGES } from '../../models/scam/shape.ts';
import { BUILD, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

const KIND = 'SM';

/** Dense inputs that the provisional model goes by. */
const LINK = 3;
const CURRENCY = 5;
const HIDDEN = 4;
const FAMILY = 2;

/**
 * PROVISIONAL, until the trained model of this form is there: weights set by hand, so that build and tests have a model. A
 * link is a scam for certain, a sign of a currency likely; every language counts as English and as measured. The concepts are the real ones.
 */
export function packScamAsset(tables: Uint8Array): Uint8Array {
  const shape = { dim: 16, concepts: conceptNames().length, languages: LANGUAGES.length };
  const w1 = new Float32Array(inputsOf(shape) * HIDDEN);
  w1[(shape.dim + LINK) * HIDDEN] = 1;
  w1[(shape.dim + CURRENCY) * HIDDEN + 1] = 1;
  const w2 = new Float32Array(HIDDEN * CLASSES.length);
  w2[FAMILY] = 16;
  w2[CLASSES.length + FAMILY] = 9;
  const b2 = new Float32Array(CLASSES.length);
  b2[0] = 8;
  const languageBias = Float32Array.from({ length: LANGUAGE_LANES }, (_, i) => (i === 0 ? 1 : 0));
  const packed = packScam({
    ...shape, columns: new Int8Array(16 << 16), scale: 1,
    languageTable: new Int8Array(LANGUAGE_ROWS * LANGUAGE_LANES), languageBias, languageScale: 1, margin: 0,
    forms: formTable(conceptForms(createFeatureKernel().fold)),
    w1, b1: new Float32Array(HIDDEN), w2, b2,
  }, FEATURE_VERSION, tables);
  return withJson(withAssetHeader(KIND, packed), scamJson(Object.fromEntries(LANGUAGES.filter((tag) => tag !== 'und').map((tag) => [tag, [0.5, 0.9]])), 0.8));
}

/** Writes `build/scam.bin` from models/scam, `build/tables.bin` and `build/simd.bin`. */
export function buildModel(): void {
  writeFile(`${BUILD}/scam.bin`, packScamAsset(tablesPayload()));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) buildModel();
