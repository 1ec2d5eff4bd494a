// The exact mean of decoded pixels by cell. Colours are weighted by their alpha, so what a transparent pixel hides does not
// show; what is transparent shows the background. Rows come in bands, as getImageData gives them: RGBA, not premultiplied.

import { across, down, startCells } from './cells';
import { framesAre, height, isTooBig, sizeIs, startHead, width } from './head';
import { CELLS_MAX, CUT, GRID, INPUT, KIND_UNKNOWN, NEED, ROW, SUMS, TOO_BIG } from './memory';
import { putCell, turnCells } from './turn';

/** Rows taken. Of a row, ROW holds 4 u32 for each cell, a pixel counting alpha × level × its part of the cell. */
let y: i32 = 0;

/** A new picture of decoded pixels. @returns NEED, or TOO_BIG past the caps */
export function beginMean(wide: i32, high: i32, cells: i32): i32 {
  startHead(KIND_UNKNOWN);
  sizeIs(wide, high);
  framesAre(1);
  if (isTooBig() || wide < 1 || high < 1) return TOO_BIG;
  startCells(wide, high, cells);
  y = 0;
  return NEED;
}

/** The next rows, from INPUT on: no more than fit there. About 1 ms for 12 MB with SIMD, beside the copying. */
export function meanRows(rows: i32): void {
  let from = INPUT;
  for (; rows > 0 && y < height; rows--, y++, from += <usize>width << 2) {
    for (let cell = 0; cell < across; cell++) addCell(from, cell * width, (cell + 1) * width, ROW + (<usize>cell << 4));
    addDown();
  }
}

/** The row in force, to the one or more lines of cells that it lies in. */
function addDown(): void {
  const end = (y + 1) * down;
  let from = y * down;
  for (let line = from / height; from < end; line++) {
    const to = min(end, (line + 1) * height);
    for (let i: usize = 0; i < <usize>across << 2; i++) {
      const at = sumsOf(line, 0) + (i << 3);
      store<u64>(at, load<u64>(at) + <u64>load<u32>(ROW + (i << 2)) * (to - from));
    }
    from = to;
  }
}

/** Red, green, blue and alpha of a cell, 8 bytes each. */
function sumsOf(line: i32, cell: i32): usize {
  return SUMS + (<usize>(line * CELLS_MAX + cell) << 5);
}

/** One cell's part of one row: `from` to `end`, a pixel counting `across`. Parts of pixels stand at both ends. */
function addCell(row: usize, from: i32, end: i32, to: usize): void {
  const first = from / across;
  const last = (end - 1) / across;
  store<u64>(to, 0);
  store<u64>(to, 0, 8);
  if (first == last) {
    addPixel(row, first, end - from, to);
    return;
  }
  addPixel(row, first, (first + 1) * across - from, to);
  addPixel(row, last, end - last * across, to);
  addPixels(row + (<usize>(first + 1) << 2), row + (<usize>last << 2), to);
}

function addPixel(row: usize, x: i32, part: u32, to: usize): void {
  const at = row + (<usize>x << 2);
  const alpha = <u32>load<u8>(at, 3) * part;
  add(to, load<u8>(at) * alpha);
  add(to + 4, load<u8>(at, 1) * alpha);
  add(to + 8, load<u8>(at, 2) * alpha);
  add(to + 12, 255 * alpha);
}

function add(to: usize, sum: u32): void {
  store<u32>(to, load<u32>(to) + sum);
}

/** Whole pixels. Sums stay below 2³¹: a cell of SIDE_MAX pixels is SIDE_MAX × 65,025. */
function addPixels(from: usize, end: usize, to: usize): void {
  if (ASC_FEATURE_SIMD) {
    // Two vectors a turn, 256 at most before a lane of 16 bits is full.
    while (from + 32 <= end) {
      const start = from;
      const stop = min(end - 31, from + 4096);
      // Of each 16 bits (red and green, or blue and alpha): the upper eight, and all of them, the sum of which runs over.
      let upper = i16x8.splat(0);
      let both = upper;
      for (; from < stop; from += 32) {
        const a = v128.load(from);
        const b = v128.load(from, 16);
        upper = i16x8.add(upper, i16x8.add(i16x8.shr_u(a, 8), i16x8.shr_u(b, 8)));
        both = i16x8.add(both, i16x8.add(a, b));
      }
      const lower = i16x8.sub(both, i16x8.shl(upper, 8));
      // Red, blue, red, blue; green, alpha, green, alpha.
      const redBlue = i32x4.add(i32x4.extend_low_i16x8_u(lower), i32x4.extend_high_i16x8_u(lower));
      const greenAlpha = i32x4.add(i32x4.extend_low_i16x8_u(upper), i32x4.extend_high_i16x8_u(upper));
      const full = (from - start >>> 2) * 255;
      if (i32x4.extract_lane(greenAlpha, 1) + i32x4.extract_lane(greenAlpha, 3) != full) {
        // Not all are opaque.
        for (let at = start; at < from; at += 4) addPixel(at, 0, across, to);
        continue;
      }
      const part = 255 * across;
      add(to, (i32x4.extract_lane(redBlue, 0) + i32x4.extract_lane(redBlue, 2)) * part);
      add(to + 4, (i32x4.extract_lane(greenAlpha, 0) + i32x4.extract_lane(greenAlpha, 2)) * part);
      add(to + 8, (i32x4.extract_lane(redBlue, 1) + i32x4.extract_lane(redBlue, 3)) * part);
      add(to + 12, full * part);
    }
  }
  for (; from < end; from += 4) addPixel(from, 0, across, to);
}

/**
 * The grid, opaque. @param background 0xBBGGRR that shows where the picture is transparent
 * @returns GRID, or CUT where rows are missing
 */
export function endMean(background: u32): i32 {
  if (y < height || y == 0) return CUT;
  turnCells(1);
  for (let line = 0; line < down; line++) {
    for (let cell = 0; cell < across; cell++) {
      putCell(cell, line, over(cell, line, 0, background), over(cell, line, 1, background), over(cell, line, 2, background));
    }
  }
  return GRID;
}

function over(cell: i32, line: i32, plane: i32, background: u32): u32 {
  const at = sumsOf(line, cell);
  const area = <u64>width * height * 255;
  const alpha = load<u64>(at, 24) / 255;
  const colour = load<u64>(at + (<usize>plane << 3)) + (area - alpha) * (background >>> (plane << 3) & 255);
  return <u32>((colour + (area >> 1)) / area);
}
