// What the header says of the picture, and whether a decoder may be asked.

import { FRAMES_MAX, PIXELS_MAX, SIDE_MAX } from './memory';

/** KIND_… */
export let kind: i32 = 0;

/** Pixels, as stored: before any turning; 0 where the header does not say. Until they pass the caps, numbers without a sign. */
export let width: i32 = 0;
export let height: i32 = 0;

/** Pictures in it, counted; 2 where the file only says that it moves. */
export let frames: i32 = 0;

/** EXIF: 1 upright … 8. */
export let orientation: i32 = 1;

export function startHead(which: i32): void {
  kind = which;
  width = height = frames = 0;
  orientation = 1;
}

/** The larger of what headers say counts: none of them can hide a big picture behind a small one. */
export function sizeIs(wide: u32, high: u32): void {
  width = <i32>max(<u32>width, wide);
  height = <i32>max(<u32>height, high);
}

export function framesAre(count: u32): void {
  frames = <i32>count;
}

export function turnedBy(exif: i32): void {
  orientation = exif;
}

export function isTooBig(): bool {
  return max<u32>(width, height) > <u32>SIDE_MAX || width * height > PIXELS_MAX || <u32>frames > <u32>FRAMES_MAX;
}
