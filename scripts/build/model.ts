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

/**
 * PROVISIONAL: a model of the new form whose weights are zero and whose classes are all alike, until the trained one is
 * there. The concepts are the real ones. No language has points: it gives no verdict on anything.
 */
export function packScamAsset(tables: Uint8Array): Uint8Array {
  const shape = { dim: 16, concepts: conceptNames().length, languages: LANGUAGES.length };
  const packed = packScam({
    ...shape, columns: new Int8Array(16 << 16), scale: 1,
    languageTable: new Int8Array(LANGUAGE_ROWS * LANGUAGE_LANES), languageBias: new Float32Array(LANGUAGE_LANES), languageScale: 1, margin: 0,
    forms: formTable(conceptForms(createFeatureKernel().fold)),
    w1: new Float32Array(inputsOf(shape) * 4), b1: new Float32Array(4), w2: new Float32Array(4 * CLASSES.length), b2: new Float32Array(CLASSES.length),
  }, FEATURE_VERSION, tables);
  return withJson(withAssetHeader(KIND, packed), scamJson({}, 0.25));
}

/** Writes `build/scam.bin` from models/scam, `build/tables.bin` and `build/simd.bin`. */
export function buildModel(): void {
  writeFile(`${BUILD}/scam.bin`, packScamAsset(tablesPayload()));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) buildModel();
