// Sequence parameter sets of H.264 and H.265, in the configuration (ISO/IEC 14496-15 §5.3.3, §8.3.3) and in the coded picture, for
// that may bring others, and decoders go by the last.

import { refuse, STEPS_MAX } from './video-sample.ts';

/** More than a stream may number in H.264; H.265 has 16. */
const SETS_MAX = 32;

/** All that stands before the size in the longest set, twice over. */
const SET_BYTES_MAX = 4_096;

/** What follows the head of each set, without the bytes that keep start codes out of it. Linear. @throws {Refused} damaged, work */
export function parameterSets(format: 'avc' | 'hevc', config: Uint8Array, sample: Uint8Array): readonly Uint8Array[] {
  const isAvc = format === 'avc';
  const found: Uint8Array[] = [];
  let steps = 0;
  /** Units behind lengths of so many bytes, so many of them or to the end. @returns where it stopped */
  const look = (bytes: Uint8Array, from: number, lengthBytes: number, units: number): number => {
    let at = from;
    for (let left = units; left > 0 && at < bytes.length; left--) {
      if (++steps > STEPS_MAX) refuse('work');
      const length = number(bytes, at, lengthBytes);
      const start = at + lengthBytes;
      at = start + length;
      if (at > bytes.length) refuse('damaged');
      const type = isAvc ? (bytes[start] ?? 0) & 31 : (bytes[start] ?? 0) >> 1 & 63;
      if (length > 0 && type === (isAvc ? 7 : 33)) found.push(plain(bytes.subarray(start + (isAvc ? 1 : 2), Math.min(at, start + SET_BYTES_MAX))));
      if (found.length > SETS_MAX) refuse('work');
    }
    return at;
  };
  if (isAvc) look(config, 6, 2, number(config, 5, 1) & 31);
  else for (let at = 23, arrays = number(config, 22, 1); arrays > 0; arrays--) at = look(config, at + 3, 2, number(config, at + 1, 2));
  look(sample, 0, (number(config, isAvc ? 4 : 21, 1) & 3) + 1, Infinity);
  return found;
}

function number(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + (bytes[at + i] ?? refuse('damaged'));
  return value;
}

/** Without the 3 of each 0 0 3. */
function plain(unit: Uint8Array): Uint8Array {
  return unit.filter((byte, i) => byte !== 3 || i < 2 || unit[i - 1] !== 0 || unit[i - 2] !== 0);
}
