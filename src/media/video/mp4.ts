// MP4 and QuickTime (ISO/IEC 14496-12, 14496-15): the first track with pictures, what decodes it, and how it is turned.
// Edit lists are passed over: a cover may show what a player begins after.

import { boxAt, child, head, mustHave, type Box } from './boxes.ts';
import type { Found } from './found.ts';
import type { Input, Reading } from './input.ts';
import { defaultsOf, firstInFragment } from './mp4-fragment.ts';
import { firstInTable } from './mp4-table.ts';
import type { Size } from './stream-size.ts';
import { CONFIG_BYTES_MAX, refuse, type VideoFormat } from './video-sample.ts';

/** Sample entries, and the box of each that configures the decoder. */
const FORMATS: Readonly<Record<string, readonly [VideoFormat, string]>> = {
  avc1: ['avc', 'avcC'], avc3: ['avc', 'avcC'], hvc1: ['hevc', 'hvcC'], hev1: ['hevc', 'hvcC'],
  vp08: ['vp8', 'vpcC'], vp09: ['vp9', 'vpcC'], av01: ['av1', 'av1C'],
};

/** Bytes of a visual sample entry before its boxes, without its own head. */
const ENTRY_BYTES = 78;

export interface Track extends Omit<Found, 'from' | 'to'> {
  readonly id: number;
  readonly table: Box;
  /** Pixels, as the track's header says. */
  readonly shown: Size;
}

export function* readMp4(input: Input): Reading<Found> {
  let track: Track | undefined;
  let defaults;
  for (let at = 0; at + 8 <= input.end;) {
    const box = yield* boxAt(input, at, Infinity);
    if (box.type === 'moov' && track === undefined) {
      track = yield* firstTrack(input, box);
      const range = yield* firstInTable(input, track.table);
      if (range !== undefined) return { ...track, ...range };
      const mvex = (yield* child(input, box, 'mvex')) ?? refuse('unsupported');
      defaults = yield* defaultsOf(input, mvex, track.id);
    } else if (box.type === 'moof' && track !== undefined && defaults !== undefined) {
      const range = yield* firstInFragment(input, at, box, track.id, defaults);
      if (range !== undefined) return { ...track, ...range };
    }
    at = box.to;
  }
  return refuse('cut');
}

function* firstTrack(input: Input, moov: Box): Reading<Track> {
  for (let at = moov.from; at + 8 <= moov.to;) {
    const box = yield* boxAt(input, at, moov.to);
    const track = box.type === 'trak' ? yield* readTrack(input, box) : undefined;
    if (track !== undefined) return track;
    at = box.to;
  }
  return refuse('unsupported');
}

/** @param handlers what the track may be for @returns undefined for a track without pictures, or with such as nothing here reads */
export function* readTrack(input: Input, trak: Box, handlers: readonly string[] = ['vide']): Reading<Track | undefined> {
  const mdia = yield* mustHave(input, trak, 'mdia');
  const hdlr = yield* mustHave(input, mdia, 'hdlr');
  yield* head(input, hdlr, 12);
  if (!handlers.includes(input.name(hdlr.from + 8))) return undefined;
  const table = yield* mustHave(input, yield* mustHave(input, mdia, 'minf'), 'stbl');
  const stsd = yield* mustHave(input, table, 'stsd');
  // Version, flags and a count stand before the entries; the first one counts.
  const entry = yield* boxAt(input, stsd.from + 8, stsd.to);
  const [format, configName] = FORMATS[entry.type] ?? [];
  if (format === undefined || configName === undefined) return undefined;
  yield* head(input, entry, ENTRY_BYTES);
  const width = input.number(entry.from + 24, 2);
  const height = input.number(entry.from + 26, 2);
  const { from, to } = yield* mustHave(input, { ...entry, from: entry.from + ENTRY_BYTES }, configName);
  if (to - from > CONFIG_BYTES_MAX) refuse('too-big');
  yield* input.have(from, to - from);
  const config = input.bytes(from, to - from);
  return { format, name: entry.type, config, width, height, table, ...yield* readHeader(input, yield* mustHave(input, trak, 'tkhd')) };
}

/** `tkhd`: the track's number, its size, and the matrix of which the turning is kept. */
function* readHeader(input: Input, tkhd: Box): Reading<Pick<Track, 'id' | 'rotation' | 'shown'>> {
  yield* head(input, tkhd, 48);
  // Times of 64 bits.
  const isLong = input.number(tkhd.from, 1) === 1;
  const id = tkhd.from + (isLong ? 20 : 12);
  const matrix = isLong ? 52 : 40;
  yield* head(input, tkhd, matrix + 44);
  // a b, in 16.16: (0, 1) a quarter clockwise, (-1, 0) a half, (0, -1) three quarters
  const a = input.number(tkhd.from + matrix, 4) | 0;
  const b = input.number(tkhd.from + matrix + 4, 4) | 0;
  const rotation = a === 0 ? (b > 0 ? 90 : b < 0 ? 270 : 0) : a < 0 && b === 0 ? 180 : 0;
  // 16.16
  const shown = { width: input.number(tkhd.from + matrix + 36, 4) / 65_536, height: input.number(tkhd.from + matrix + 40, 4) / 65_536 };
  return { id: input.number(id, 4), rotation, shown };
}
