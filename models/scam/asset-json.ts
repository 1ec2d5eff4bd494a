import { ASSET_HEADER_BYTES } from '../../src/contract/assets.ts';
import type { ThreadModel } from '../../src/contract/thread-model.ts';
import { SCAM_TABLES } from '../../src/decide/scam-tables.ts';
import type { Points, ScamModel } from '../../src/score/scam-model.ts';
import { conceptNames } from './concept-files.ts';
import { CLASSES, DENSE, LANGUAGES } from './shape.ts';

/** Where the asset's header says how many of its last bytes are JSON; zero in every other asset. */
const JSON_BYTES_AT = 28;
const PAYLOAD_BYTES_AT = 24;
/** In the packed model's header (assembly/score/model.ts). */
const CLASSES_AT = 8;
const LANGUAGES_AT = 24;

/** @param points by tag of LANGUAGES: only languages with measured recall */
export function scamJson(points: ScamModel['points'], familyShare: number, thread?: ThreadModel): ScamModel {
  const { reasons: byName, ...tables } = SCAM_TABLES;
  const reasons = Object.fromEntries(conceptNames().flatMap((name, i) => (byName[name] === undefined ? [] : [[i, byName[name]]])));
  return { classes: CLASSES, languages: LANGUAGES, points, strictest: strictest(points), dense: DENSE, familyShare, reasons, ...tables, ...(thread === undefined ? {} : { thread }) };
}

/** The highest tip and the highest strong point; 1 where there is none. */
export function strictest(points: ScamModel['points']): Points {
  const all = Object.values(points);
  const highest = (values: readonly number[]): number => (values.length === 0 ? 1 : Math.max(...values));
  return [highest(all.map(([tip]) => tip)), highest(all.map(([, strong]) => strong))];
}

/**
 * The JSON goes behind the model it belongs to: who has scam notices off loads neither.
 * @param asset header and packed model
 * @throws {RangeError} names for more or fewer classes or languages than the model has, or points that are none
 */
export function withJson(asset: Uint8Array, json: ScamModel): Uint8Array {
  const packed = new DataView(asset.buffer, asset.byteOffset + ASSET_HEADER_BYTES);
  const { classes, languages, points } = json;
  if (classes.length !== packed.getUint32(CLASSES_AT, true) || languages.length !== packed.getUint32(LANGUAGES_AT, true)) {
    throw new RangeError('The names do not fit the scam model.');
  }
  if (![...Object.values(points), json.strictest].every(([tip, strong]) => tip > 0 && tip <= strong && strong <= 1)) {
    throw new RangeError('A point of the scam model is none: 0 < tip ≤ strong ≤ 1.');
  }
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  const out = new Uint8Array(asset.length + bytes.length);
  out.set(asset);
  out.set(bytes, asset.length);
  const head = new DataView(out.buffer);
  head.setUint32(PAYLOAD_BYTES_AT, out.length - ASSET_HEADER_BYTES, true);
  head.setUint32(JSON_BYTES_AT, bytes.length, true);
  return out;
}

/** The packed model in `scam.bin`, as the kernel takes it. */
export function packedModel(asset: Uint8Array): Uint8Array {
  const head = new DataView(asset.buffer, asset.byteOffset, ASSET_HEADER_BYTES);
  return asset.subarray(ASSET_HEADER_BYTES, asset.length - head.getUint32(JSON_BYTES_AT, true));
}
