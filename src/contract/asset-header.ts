import { ASSET_HEADER_BYTES, ASSET_MAGIC } from './assets.ts';

export interface AssetHead {
  /** `TB`: normalisation tables, `LK`: look-alikes, `CW`: common words, `WL`: default list, `LG`: languages, `SM`: scam model, `PS`: public suffixes, `NG`: nudges, `CU`: forms of cues, `TK`, `IK`, `SK`: text, image and sketch kernel. */
  readonly kind: string;
  /** Version of the package that built the file. */
  readonly version: string;
  readonly payloadBytes: number;
}

/** The header of a binary asset, or `undefined` for bytes that have none. Layout: `ASSET_HEADER_BYTES`. */
export function readAssetHead(bytes: ArrayBuffer): AssetHead | undefined {
  if (bytes.byteLength < ASSET_HEADER_BYTES) return undefined;
  const text = String.fromCharCode(...new Uint8Array(bytes, 0, 24));
  if (!text.startsWith(ASSET_MAGIC)) return undefined;
  const zero = text.indexOf('\0', 8);
  return {
    kind: text.slice(6, 8), version: text.slice(8, zero === -1 ? 24 : zero), payloadBytes: new DataView(bytes).getUint32(24, true),
  };
}

/** Whole: as many bytes follow the header as it says. */
export function isWholeAsset(bytes: ArrayBuffer, head: AssetHead): boolean {
  return bytes.byteLength === ASSET_HEADER_BYTES + head.payloadBytes;
}
