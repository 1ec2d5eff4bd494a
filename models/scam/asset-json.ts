import { ASSET_HEADER_BYTES } from '../../src/contract/assets.ts';
import type { ThreadModel } from '../../src/contract/thread-model.ts';
import type { ReasonCode } from '../../src/contract/verdict.ts';
import type { ScamModel } from '../../src/score/scam-model.ts';
import { conceptNames } from './concept-files.ts';
import { CLASSES, LANGUAGES } from './shape.ts';

/** Where the asset's header says how many of its last bytes are JSON; zero in every other asset. */
const JSON_BYTES_AT = 28;
const PAYLOAD_BYTES_AT = 24;

/** What a notice may say where a text names one of these concepts. */
const REASONS: Readonly<Partial<Record<string, ReasonCode>>> = {
  'pay': 'asks-for-money', 'send-money': 'asks-for-money', 'top-up': 'asks-for-money', 'deposit-first': 'asks-for-money', 'lend-me': 'asks-for-money',
  'give-code': 'asks-for-code', 'give-secret': 'asks-for-code', 'suspended': 'account-threat', 'unusual': 'account-threat',
  'parcel': 'parcel-or-fee', 'customs': 'parcel-or-fee', 'prize': 'prize-or-refund', 'refund': 'prize-or-refund',
  'invest': 'job-or-investment', 'job': 'job-or-investment', 'task': 'job-or-investment', 'mum-dad': 'family-emergency', 'broken-phone': 'family-emergency',
  'hurry': 'urgency', 'within-hours': 'urgency', 'last-chance': 'urgency', 'other-app': 'other-app',
};

/** @param points by tag of LANGUAGES: only languages with measured recall */
export function scamJson(points: ScamModel['points'], familyShare: number, thread?: ThreadModel): ScamModel {
  const reasons = Object.fromEntries(conceptNames().flatMap((name, i) => (REASONS[name] === undefined ? [] : [[i, REASONS[name]]])));
  return { classes: CLASSES, languages: LANGUAGES, points, familyShare, reasons, ...(thread === undefined ? {} : { thread }) };
}

/**
 * The JSON goes behind the model it belongs to: who has scam notices off loads neither.
 * @param asset header and packed model
 */
export function withJson(asset: Uint8Array, json: ScamModel): Uint8Array {
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
