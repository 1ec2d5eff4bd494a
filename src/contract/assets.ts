/** A public file pinned in the package. The list itself is made by the build and compiled into the page's bundle. */
export interface AssetRecord {
  readonly name: string;
  readonly byteLength: number;
  /** Lower-case hexadecimal SHA-256. */
  readonly sha256: string;
}

/** `words-<tag>.bin` is the default list of a language; `languages.bin` goes with any of them. */
export type AssetName =
  | `worker${'' | '-plain' | '-notices' | '-media' | '-chain' | '-onnx'}${'' | '.classic'}.js` | 'image.bin' | 'image-scalar.bin' | 'sketch.bin' | 'sketch-scalar.bin' | 'tables.bin' | 'scam.bin' | 'lookalikes.bin' | 'common-words.bin' | 'languages.bin' | 'nudges.bin' | 'greetings.bin' | 'cues.bin' | `${'simd' | 'scalar'}${'' | '-words'}.bin` | 'suffixes.bin'
  | `words-${string}.bin`;

/** First bytes of every `.bin`, so that another version's file is told from a damaged one. */
export const ASSET_MAGIC = 'INWARD';
/**
 * Magic 6 bytes, kind 2 bytes (ASCII), package version 16 bytes (ASCII, zero-padded), payload length u32, and a u32 that
 * is zero but in `scam.bin`: how many bytes at its end are JSON.
 */
export const ASSET_HEADER_BYTES = 32;
/** Where the kind begins. */
export const ASSET_KIND_AT = 6;
