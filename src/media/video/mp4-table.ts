// Where the first sync sample of a track lies, by the tables of `stbl`. No table is read further than to that sample.

import type { Wanted } from '../image-kernel.ts';
import { child, head, type Box } from './boxes.ts';
import type { Input, Reading } from './input.ts';
import { refuse } from './video-sample.ts';

/** Entries of one length, `bytes` each. */
interface Table { readonly from: number; readonly count: number; readonly bytes: number }

/** @param fields bytes that stand between the version and the count */
function* tableOf(input: Input, stbl: Box, type: string, bytes: number, fields = 0): Reading<Table | undefined> {
  const box = yield* child(input, stbl, type);
  if (box === undefined) return undefined;
  yield* head(input, box, 8 + fields);
  const from = box.from + 8 + fields;
  const count = input.number(from - 4, 4);
  // Of samples that all have one size there are no entries.
  const isUniform = fields > 0 && input.number(box.from + 4, 4) !== 0;
  if (!isUniform && from + count * bytes > box.to) refuse('damaged');
  return { from, count, bytes };
}

/** Where an entry begins, its bytes at hand. */
function* entry(input: Input, { from, count, bytes }: Table, index: number): Reading<number> {
  if (index >= count) refuse('damaged');
  input.step();
  yield* input.have(from + index * bytes, bytes);
  return from + index * bytes;
}

/**
 * @param which the first one of all, or the first that stands by itself
 * @returns undefined for a track whose samples are not in the table but in fragments
 */
export function* firstInTable(input: Input, stbl: Box, which: 'any' | 'sync' = 'sync'): Reading<Wanted | undefined> {
  const sizes = (yield* tableOf(input, stbl, 'stsz', 4, 4)) ?? refuse('unsupported');
  if (sizes.count === 0) return undefined;
  const uniform = input.number(sizes.from - 8, 4);
  const index = which === 'any' ? 0 : yield* firstSync(input, stbl);
  if (index >= sizes.count) refuse('damaged');
  const [chunk, before] = yield* chunkOf(input, stbl, index);
  let from = yield* chunkOffset(input, stbl, chunk);
  if (uniform !== 0) {
    from += before * uniform;
    return { from, to: from + uniform };
  }
  for (let i = index - before; i < index; i++) from += input.number(yield* entry(input, sizes, i), 4);
  return { from, to: from + input.number(yield* entry(input, sizes, index), 4) };
}

/** Counted from 0. Without `stss` every sample is one. */
function* firstSync(input: Input, stbl: Box): Reading<number> {
  const stss = yield* tableOf(input, stbl, 'stss', 4);
  if (stss === undefined) return 0;
  if (stss.count === 0) refuse('unsupported');
  const number = input.number(yield* entry(input, stss, 0), 4);
  return number === 0 ? refuse('damaged') : number - 1;
}

/** Which chunk a sample is in, counted from 0, and how many of its samples stand before it. */
function* chunkOf(input: Input, stbl: Box, index: number): Reading<readonly [number, number]> {
  const stsc = (yield* tableOf(input, stbl, 'stsc', 12)) ?? refuse('damaged');
  let left = index;
  for (let i = 0; ; i++) {
    const at = yield* entry(input, stsc, i);
    const first = input.number(at, 4);
    const samples = input.number(at + 4, 4);
    const next = i + 1 < stsc.count ? input.number(yield* entry(input, stsc, i + 1), 4) : Infinity;
    if (first === 0 || samples === 0 || next <= first) refuse('damaged');
    if (left < (next - first) * samples) return [first - 1 + Math.floor(left / samples), left % samples];
    left -= (next - first) * samples;
  }
}

function* chunkOffset(input: Input, stbl: Box, chunk: number): Reading<number> {
  const table = (yield* tableOf(input, stbl, 'stco', 4)) ?? (yield* tableOf(input, stbl, 'co64', 8)) ?? refuse('damaged');
  return input.number(yield* entry(input, table, chunk), table.bytes);
}
