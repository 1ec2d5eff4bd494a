// How large the pictures of a stream are by its own headers: a container may say less than its decoder will allocate. Decoders
// believe the stream, so this is what the caps are for.

import { sizesOfAv1 } from './av1-size.ts';
import { Bits } from './bits.ts';
import { parameterSets } from './nal-units.ts';
import { PIXELS_MAX, refuse, SIDE_MAX, type VideoFormat } from './video-sample.ts';

/** Pixels. */
export interface Size { readonly width: number; readonly height: number }

/** Of one header. */
export interface StreamSize extends Size {
  /** What of it is shown, from its upper left corner or further in; absent: all. */
  readonly shown?: Size;
}

/**
 * The sizes that all headers of a coded picture and its configuration say, one at least. Linear in both.
 * @throws {Refused} damaged: no header, or one that does not end; unsupported: a frame of AV1 or VP9 that may have a size of its own; work
 */
export function streamSizes(format: VideoFormat, config: Uint8Array, sample: Uint8Array): readonly StreamSize[] {
  const sizes = format === 'vp8' ? [sizeOfVp8(sample)] : format === 'vp9' ? [sizeOfVp9(sample)]
    : format === 'av1' ? sizesOfAv1(config, sample)
      : parameterSets(format, config, sample).map(format === 'avc' ? sizeOfAvc : sizeOfHevc);
  return sizes.length === 0 ? refuse('damaged') : sizes;
}

/** The largest of them. */
export function streamSize(format: VideoFormat, config: Uint8Array, sample: Uint8Array): Size {
  const sizes = streamSizes(format, config, sample);
  return { width: Math.max(...sizes.map(({ width }) => width)), height: Math.max(...sizes.map(({ height }) => height)) };
}

/** Holds a size to the caps of pictures. @throws {Refused} damaged: no side; too-big */
export function mustFit({ width, height }: Size): void {
  if (width < 1 || height < 1) refuse('damaged');
  if (width > SIDE_MAX || height > SIDE_MAX || width * height > PIXELS_MAX) refuse('too-big');
}

/** RFC 6386 §9.1. */
function sizeOfVp8(frame: Uint8Array): Size {
  const bits = new Bits(frame);
  bits.skip(7);
  // 0: a key frame
  if (bits.flag()) refuse('damaged');
  bits.skip(16);
  if (bits.take(24) !== 0x9d012a) refuse('damaged');
  const [a, b, c, d] = [bits.take(8), bits.take(8), bits.take(8), bits.take(8)];
  return { width: (b & 0x3f) << 8 | a, height: (d & 0x3f) << 8 | c };
}

/** Profile, depth of colour and size (VP9 bitstream specification §6.2). */
export function headerOfVp9(frame: Uint8Array): Size & { readonly profile: number; readonly depth: number } {
  const bits = new Bits(frame);
  bits.skip(2);
  const profile = bits.take(1) + bits.take(1) * 2;
  if (profile === 3) bits.skip(1);
  // Shows one that was decoded before; is no key frame
  if (bits.flag() || bits.flag()) refuse('damaged');
  bits.skip(2);
  if (bits.take(24) !== 0x498342) refuse('damaged');
  const depth = profile < 2 ? 8 : bits.flag() ? 12 : 10;
  const isRgb = bits.take(3) === 7;
  bits.skip(isRgb ? profile & 1 : 1 + (profile & 1) * 3);
  return { profile, depth, width: bits.take(16) + 1, height: bits.take(16) + 1 };
}

/** Annex B: several frames in one, of which each may have a size of its own; its index ends with the byte that it begins with. */
function sizeOfVp9(frame: Uint8Array): Size {
  const marker = frame.at(-1) ?? 0;
  const frames = (marker & 7) + 1;
  const isIndexed = marker >> 5 === 6 && frame.at(-2 - ((marker >> 3 & 3) + 1) * frames) === marker;
  return isIndexed && frames > 1 ? refuse('unsupported') : headerOfVp9(frame);
}

/** H.264 §7.3.2.1.1, from behind the unit's head. */
function sizeOfAvc(set: Uint8Array): Size {
  const bits = new Bits(set);
  const profile = bits.take(8);
  bits.skip(16);
  bits.golomb();
  if ([100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135].includes(profile)) skipHighProfile(bits);
  bits.golomb();
  const order = bits.golomb();
  if (order === 0) bits.golomb();
  if (order === 1) {
    bits.skip(1);
    bits.golomb();
    bits.golomb();
    for (let left = Math.min(bits.golomb(), 256); left > 0; left--) bits.golomb();
  }
  bits.golomb();
  bits.skip(1);
  const width = (bits.golomb() + 1) * 16;
  const rows = bits.golomb() + 1;
  return { width, height: rows * (bits.flag() ? 16 : 32) };
}

function skipHighProfile(bits: Bits): void {
  const chroma = bits.golomb();
  if (chroma === 3) bits.skip(1);
  bits.golomb();
  bits.golomb();
  bits.skip(1);
  if (!bits.flag()) return;
  for (let list = 0; list < (chroma === 3 ? 12 : 8); list++) {
    if (!bits.flag()) continue;
    for (let left = list < 6 ? 16 : 64, last = 8; left > 0; left--) {
      const code = bits.golomb();
      // se(v): 1, -1, 2, -2 …
      last = last + (code & 1 ? code + 1 >> 1 : -(code >> 1)) & 255;
      // From here on the rest is as the last one.
      if (last === 0) break;
    }
  }
}

/** H.265 §7.3.2.2.1, from behind the unit's head. */
function sizeOfHevc(set: Uint8Array): StreamSize {
  const bits = new Bits(set);
  bits.skip(4);
  const layers = bits.take(3);
  bits.skip(1 + 96);
  const parts: number[] = [];
  // Of eight layers at most: two bits each for which of profile and level follow.
  for (let i = 0; i < layers; i++) parts.push(bits.take(1) * 88 + bits.take(1) * 8);
  if (layers > 0) bits.skip(2 * (8 - layers));
  for (const part of parts) bits.skip(part);
  bits.golomb();
  const chroma = bits.golomb();
  if (chroma === 3) bits.skip(1);
  const width = bits.golomb();
  const height = bits.golomb();
  if (!bits.flag()) return { width, height };
  // The conformance window, in samples of colour
  const [left, right, top, bottom] = [bits.golomb(), bits.golomb(), bits.golomb(), bits.golomb()];
  const shown = { width: width - (left + right) * (chroma === 1 || chroma === 2 ? 2 : 1), height: height - (top + bottom) * (chroma === 1 ? 2 : 1) };
  return { width, height, shown };
}
