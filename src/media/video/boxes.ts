// Boxes of ISO/IEC 14496-12. Sizes are checked against the box around before anything goes by them; containers are entered by
// name, so nothing nests deeper than the format does.

import type { Input, Reading } from './input.ts';
import { refuse } from './video-sample.ts';

/** A box without its head. */
export interface Box { readonly type: string; readonly from: number; readonly to: number }

/** The box that begins at `at`. @param end of the one around it; Infinity at the top, where a file may end within its last box */
export function* boxAt(input: Input, at: number, end: number): Reading<Box> {
  input.step();
  yield* input.have(at, 8);
  const type = input.name(at + 4);
  let bytes = input.number(at, 4);
  let head = 8;
  // 1: the size follows in 64 bits; 0: to the end of what is around
  if (bytes === 1) {
    head = 16;
    yield* input.have(at, head);
    bytes = input.number(at + 8, 8);
  } else if (bytes === 0) {
    bytes = Math.min(end, input.end) - at;
  }
  if (bytes < head || at + bytes > end) refuse('damaged');
  return { type, from: at + head, to: at + bytes };
}

/** The first box of a type inside another. */
export function* child(input: Input, { from, to }: Box, type: string): Reading<Box | undefined> {
  for (let at = from; at + 8 <= to;) {
    const box = yield* boxAt(input, at, to);
    if (box.type === type) return box;
    at = box.to;
  }
  return undefined;
}

export function* mustHave(input: Input, box: Box, type: string): Reading<Box> {
  return (yield* child(input, box, type)) ?? refuse('damaged');
}

/** Makes sure of the first bytes of a box. */
export function* head(input: Input, { from, to }: Box, bytes: number): Reading<void> {
  if (from + bytes > to) refuse('damaged');
  yield* input.have(from, bytes);
}
