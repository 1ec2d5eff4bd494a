// Where the first sync sample of a track lies in a movie fragment, by the runs of its `traf`.

import type { Wanted } from '../image-kernel.ts';
import { boxAt, head, mustHave, type Box } from './boxes.ts';
import type { Input, Reading } from './input.ts';
import { refuse } from './video-sample.ts';

/** What a sample is where its run does not say. */
interface Defaults { readonly size: number; readonly flags: number }

/** A sample's flags say where it is no sync sample. */
const NOT_SYNC = 0x10000;

/** `trex` of a track. */
export function* defaultsOf(input: Input, mvex: Box, track: number): Reading<Defaults> {
  for (let at = mvex.from; at + 8 <= mvex.to;) {
    const box = yield* boxAt(input, at, mvex.to);
    at = box.to;
    if (box.type !== 'trex') continue;
    yield* head(input, box, 24);
    if (input.number(box.from + 4, 4) === track) return { size: input.number(box.from + 16, 4), flags: input.number(box.from + 20, 4) };
  }
  return refuse('damaged');
}

/** @param start of the `moof` box, from which its offsets count */
export function* firstInFragment(input: Input, start: number, moof: Box, track: number, defaults: Defaults): Reading<Wanted | undefined> {
  let isFirst = true;
  for (let at = moof.from; at + 8 <= moof.to;) {
    const traf = yield* boxAt(input, at, moof.to);
    at = traf.to;
    if (traf.type !== 'traf') continue;
    const tfhd = yield* mustHave(input, traf, 'tfhd');
    yield* head(input, tfhd, 8);
    if (input.number(tfhd.from + 4, 4) === track) {
      const flags = flagsOf(input, tfhd);
      const [base, , , size, sampleFlags] = yield* fields(input, tfhd, 8, [[1, 8], [2, 4], [8, 4], [0x10, 4], [0x20, 4]]);
      // With neither the data follows that of the track before, which is not looked at.
      if (base === undefined && !isFirst && (flags & 0x20000) === 0) refuse('unsupported');
      const range = yield* firstInRuns(input, traf, base ?? start, { size: size ?? defaults.size, flags: sampleFlags ?? defaults.flags });
      if (range !== undefined) return range;
    }
    isFirst = false;
  }
  return undefined;
}

function* firstInRuns(input: Input, traf: Box, base: number, defaults: Defaults): Reading<Wanted | undefined> {
  let from = base;
  for (let at = traf.from; at + 8 <= traf.to;) {
    const trun = yield* boxAt(input, at, traf.to);
    at = trun.to;
    if (trun.type !== 'trun') continue;
    yield* head(input, trun, 8);
    const flags = flagsOf(input, trun);
    const count = input.number(trun.from + 4, 4);
    const [offset, firstFlags] = yield* fields(input, trun, 8, [[1, 4], [4, 4]]);
    if (offset !== undefined) from = base + (offset | 0);
    const bytes = 4 * bits(flags & 0xf00);
    for (let i = 0, entry = 8 + 4 * bits(flags & 5); i < count; i++, entry += bytes) {
      input.step();
      const [, size, own] = yield* fields(input, trun, entry, [[0x100, 4], [0x200, 4], [0x400, 4]]);
      const to = from + (size ?? defaults.size);
      if (((i === 0 ? firstFlags : undefined) ?? own ?? defaults.flags) & NOT_SYNC) from = to;
      else return { from, to };
    }
  }
  return undefined;
}

function flagsOf(input: Input, box: Box): number {
  return input.number(box.from + 1, 3);
}

/** What the flags of a box announce, in this order from `at` on; undefined for what is not there. @param layout bit and bytes of each */
function* fields(input: Input, box: Box, at: number, layout: readonly (readonly [number, number])[]): Reading<readonly (number | undefined)[]> {
  yield* head(input, box, 8);
  const flags = flagsOf(input, box);
  const there = layout.filter(([bit]) => (flags & bit) !== 0);
  yield* head(input, box, at + there.reduce((sum, [, bytes]) => sum + bytes, 0));
  let next = box.from + at;
  return layout.map(([bit, bytes]) => {
    if ((flags & bit) === 0) return undefined;
    next += bytes;
    return input.number(next - bytes, bytes);
  });
}

function bits(flags: number): number {
  let count = 0;
  for (let rest = flags; rest !== 0; rest &= rest - 1) count++;
  return count;
}
