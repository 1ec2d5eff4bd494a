// What the header says of the picture, and whether a decoder may be asked.

import { FRAMES_MAX, PIXELS_MAX, SIDE_MAX, TOO_BIG } from './memory';

let kind_: i32 = 0;
let width_: i32 = 0;
let height_: i32 = 0;
let frames_: i32 = 0;
let orientation_: i32 = 1;

/** KIND_… */
export function kind(): i32 {
  return kind_;
}

/** Pixels, as stored: before any turning; 0 where the header does not say. */
export function width(): i32 {
  return width_;
}

export function height(): i32 {
  return height_;
}

/** Pictures in it, counted; 2 where the file only says that it moves. */
export function frames(): i32 {
  return frames_;
}

/** EXIF: 1 upright … 8. */
export function orientation(): i32 {
  return orientation_;
}

export function startHead(which: i32): void {
  kind_ = which;
  width_ = height_ = frames_ = 0;
  orientation_ = 1;
}

/** The larger of what headers say counts: none of them can hide a big picture behind a small one. */
export function sizeIs(wide: u32, high: u32): void {
  width_ = <i32>max(<u32>width_, min(wide, 0x7fffffff));
  height_ = <i32>max(<u32>height_, min(high, 0x7fffffff));
}

export function framesAre(count: u32): void {
  frames_ = <i32>min(count, 0x7fffffff);
}

export function turnedBy(exif: i32): void {
  orientation_ = exif;
}

export function isTooBig(): bool {
  return max(width_, height_) > SIDE_MAX || width_ * height_ > PIXELS_MAX || frames_ > FRAMES_MAX;
}

/** The answer given, or TOO_BIG. */
export function withinCaps(answer: i32): i32 {
  return isTooBig() ? TOO_BIG : answer;
}
