import { concat, type Bytes } from './bytes.ts';

/** Sealed sizes: an observer learns one of three, and nothing of how much was said. */
export const PADDED_SIZES = [16_384, 32_768, 65_536] as const;
const LENGTH_BYTES = 4;

/** Length, bytes, zeros. @throws {RangeError} over the largest size less 4 bytes */
export function pad(bytes: Uint8Array): Bytes {
  const size = sizeFor(bytes.length);
  if (size === undefined) throw new RangeError('A report is at most 65,532 bytes long.');
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return concat(length, bytes, new Uint8Array(size - LENGTH_BYTES - bytes.length));
}

/** `undefined` for what `pad` does not make. */
export function unpad(padded: Bytes): Bytes | undefined {
  if (padded.length < LENGTH_BYTES) return undefined;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const isOurs = sizeFor(length) === padded.length && padded.subarray(LENGTH_BYTES + length).every((byte) => byte === 0);
  return isOurs ? padded.slice(LENGTH_BYTES, LENGTH_BYTES + length) : undefined;
}

function sizeFor(length: number): number | undefined {
  return PADDED_SIZES.find((size) => LENGTH_BYTES + length <= size);
}
