// WebM and Matroska (RFC 8794, RFC 9559): the first track with pictures and its first key frame. Segment, Tracks and Clusters are
// stepped into whatever size they say, so that the unknown sizes of live recordings need nothing more; anything else has its size.

import type { Wanted } from '../image-kernel.ts';
import type { Found } from './found.ts';
import type { Input, Reading } from './input.ts';
import { CONFIG_BYTES_MAX, refuse, type VideoFormat } from './video-sample.ts';

/** An element without its head; `to` is NaN where its size is not known. */
interface Element { readonly id: number; readonly from: number; readonly to: number }

const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const CLUSTER = 0x1f43b675;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const REFERENCE_BLOCK = 0xfb;

/** CodecID, and the name that its codec begins with. */
const FORMATS: Readonly<Record<string, readonly [VideoFormat, string]>> = {
  V_VP8: ['vp8', 'vp8'], V_VP9: ['vp9', 'vp09'], V_AV1: ['av1', 'av01'], 'V_MPEG4/ISO/AVC': ['avc', 'avc1'], 'V_MPEGH/ISO/HEVC': ['hevc', 'hvc1'],
};

interface Track extends Omit<Found, 'from' | 'to'> { readonly number: number }

export function* readWebm(input: Input): Reading<Found> {
  let track: Track | undefined;
  for (let at = 0; at < input.end;) {
    const element = yield* elementAt(input, at, Infinity);
    const { id, from, to } = element;
    if (id === TRACK_ENTRY) track ??= yield* readTrack(input, element);
    // Nothing decodes what comes before its track is told.
    if (id === CLUSTER && track === undefined) refuse('unsupported');
    if (track !== undefined && (id === SIMPLE_BLOCK || id === BLOCK_GROUP)) {
      const range = yield* keyFrame(input, element, track.number);
      if (range !== undefined) return { ...track, ...range };
    }
    at = id === SEGMENT || id === TRACKS || id === CLUSTER ? from : to;
  }
  return refuse('cut');
}

/** The element that begins at `at`. @param end of the one around it; Infinity at the top */
function* elementAt(input: Input, at: number, end: number): Reading<Element> {
  input.step();
  const idBytes = yield* lengthAt(input, at, 4);
  const id = input.number(at, idBytes);
  const [size, from] = yield* vint(input, at + idBytes);
  const mayBeOpen = end === Infinity && (id === SEGMENT || id === CLUSTER);
  if (!(from + size <= end || mayBeOpen)) refuse('damaged');
  return { id, from, to: from + size };
}

/** Bytes of the number that begins at `at`: the zeros before its first one say so. All of them are at hand then. */
function* lengthAt(input: Input, at: number, most: number): Reading<number> {
  yield* input.have(at, 1);
  const bytes = Math.clz32(input.number(at, 1)) - 23;
  if (bytes > most) refuse('damaged');
  yield* input.have(at, bytes);
  return bytes;
}

/** A number without the mark of its length, and where it ends; NaN where all its bits are ones: not known. */
function* vint(input: Input, at: number): Reading<readonly [number, number]> {
  const bytes = yield* lengthAt(input, at, 8);
  const value = (input.number(at, 1) & 0xff >> bytes) * 256 ** (bytes - 1) + input.number(at + 1, bytes - 1);
  return [value < 2 ** (7 * bytes) - 1 ? value : NaN, at + bytes];
}

/** @returns undefined for a track without pictures, or with such as nothing here reads */
function* readTrack(input: Input, entry: Element): Reading<Track | undefined> {
  const number = yield* numberIn(input, entry, 0xd7);
  const type = yield* numberIn(input, entry, 0x83);
  const name = yield* child(input, entry, 0x86);
  // Compressed or encrypted blocks (ContentEncodings) are not read.
  if (type !== 1 || name === undefined || name.to - name.from > 16 || (yield* child(input, entry, 0x6d80)) !== undefined) return undefined;
  yield* input.have(name.from, name.to - name.from);
  const [format, codec] = FORMATS[input.name(name.from, name.to - name.from)] ?? [];
  const video = yield* child(input, entry, 0xe0);
  if (format === undefined || codec === undefined || video === undefined) return undefined;
  const width = yield* numberIn(input, video, 0xb0);
  const height = yield* numberIn(input, video, 0xba);
  // VP9's private features are in its stream as well.
  const config = format === 'vp9' ? new Uint8Array(0) : yield* privateOf(input, entry);
  return { number, format, name: codec, width, height, rotation: 0, config };
}

function* privateOf(input: Input, entry: Element): Reading<Uint8Array> {
  const { from, to } = (yield* child(input, entry, 0x63a2)) ?? { from: 0, to: 0 };
  if (to - from > CONFIG_BYTES_MAX) refuse('too-big');
  yield* input.have(from, to - from);
  return input.bytes(from, to - from);
}

function* child(input: Input, { from, to }: Element, id: number): Reading<Element | undefined> {
  for (let at = from; at < to;) {
    const element = yield* elementAt(input, at, to);
    if (element.id === id) return element;
    at = element.to;
  }
  return undefined;
}

/** An unsigned number; 0 where there is none. */
function* numberIn(input: Input, parent: Element, id: number): Reading<number> {
  const { from, to } = (yield* child(input, parent, id)) ?? { from: 0, to: 0 };
  if (to - from > 8) refuse('damaged');
  yield* input.have(from, to - from);
  return input.number(from, to - from);
}

/** @returns where the coded picture lies, or undefined for another track's, or one that needs others */
function* keyFrame(input: Input, element: Element, track: number): Reading<Wanted | undefined> {
  const isGroup = element.id === BLOCK_GROUP;
  const block = isGroup ? yield* child(input, element, BLOCK) : element;
  if (block === undefined) return undefined;
  const [number, after] = yield* vint(input, block.from);
  if (number !== track) return undefined;
  // A time, and flags.
  const from = after + 3;
  yield* input.have(after, 3);
  const flags = input.number(after + 2, 1);
  const isKey = isGroup ? (yield* child(input, element, REFERENCE_BLOCK)) === undefined : (flags & 0x80) !== 0;
  if (!isKey) return undefined;
  // Lacing packs several frames into a block; pictures are never laced.
  if ((flags & 6) !== 0) refuse('unsupported');
  return { from, to: block.to };
}
