import { ASSET_HEADER_BYTES } from '../../src/contract/assets.ts';
import { SCAM_TABLES } from '../../src/decide/scam-tables.ts';

/** Where the asset's header says how many of its last bytes are cues and the other tables of a notice; zero in every other asset. */
const CUE_BYTES_AT = 28;
const PAYLOAD_BYTES_AT = 24;

/**
 * The tables of src/decide/scam-tables.ts go behind the model they need, as JSON: who has scam notices off loads neither.
 * @param asset header and packed model
 */
export function withCues(asset: Uint8Array): Uint8Array {
  const cues = new TextEncoder().encode(JSON.stringify(SCAM_TABLES));
  const out = new Uint8Array(asset.length + cues.length);
  out.set(asset);
  out.set(cues, asset.length);
  const head = new DataView(out.buffer);
  head.setUint32(PAYLOAD_BYTES_AT, out.length - ASSET_HEADER_BYTES, true);
  head.setUint32(CUE_BYTES_AT, cues.length, true);
  return out;
}

/** The packed model in `scam.bin`, as the kernel takes it. */
export function packedModel(asset: Uint8Array): Uint8Array {
  const head = new DataView(asset.buffer, asset.byteOffset, ASSET_HEADER_BYTES);
  return asset.subarray(ASSET_HEADER_BYTES, asset.length - head.getUint32(CUE_BYTES_AT, true));
}
