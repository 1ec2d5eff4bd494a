import { boxAt, type Box } from '../video/boxes.ts';
import type { Input, Reading } from '../video/input.ts';
import { refuse } from '../video/video-sample.ts';

/** Boxes of one container that are there at most once: where there are two, readers differ on which of them counts. */
export type OneOfEach = ReadonlyMap<string, Box>;

/** @param names of those that are wanted; others are stepped over @throws {Refused} damaged: one of them twice */
export function* oneOfEach(input: Input, from: number, to: number, names: readonly string[]): Reading<OneOfEach> {
  const found = new Map<string, Box>();
  for (let at = from; at + 8 <= Math.min(to, input.end);) {
    const box = yield* boxAt(input, at, to);
    if (names.includes(box.type)) {
      if (found.has(box.type)) refuse('damaged');
      found.set(box.type, box);
    }
    at = box.to;
  }
  return found;
}

export function only(boxes: OneOfEach, name: string): Box {
  return boxes.get(name) ?? refuse('damaged');
}
