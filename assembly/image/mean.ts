// The exact mean of decoded pixels by cell. Colours are weighted by their alpha, so what a transparent pixel hides does not
// show; what is transparent shows the background. Rows come in bands, as getImageData gives them: RGBA, not premultiplied.

import { across, down, startCells } from './cells';
import { framesAre, height, isTooBig, sizeIs, startHead, width } from './head';
import { CELLS_MAX, CUT, GRID, INPUT, KIND_UNKNOWN, NEED, PLANE_BYTES, ROW, SUMS, TOO_BIG } from './memory';
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
    for (let i = 0; i < across << 2; i++) {
      const at = SUMS + <usize>(i & 3) * PLANE_BYTES + (<usize>(line * CELLS_MAX + (i >> 2)) << 3);
      store<u64>(at, load<u64>(at) + <u64>load<u32>(ROW + (<usize>i << 2)) * (to - from));
    }
    from = to;
  }
}

/** One cell's part of one row: `from` to `end`, a pixel counting `across`. Parts of pixels stand at both ends. */
function addCell(row: usize, from: i32, end: i32, to: usize): void {
  const first = from / across;
  const last = (end - 1) / across;
  memory.fill(to, 0, 16);
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
  store<u32>(to, load<u32>(to) + load<u8>(at) * alpha);
  store<u32>(to, load<u32>(to, 4) + load<u8>(at, 1) * alpha, 4);
  store<u32>(to, load<u32>(to, 8) + load<u8>(at, 2) * alpha, 8);
  store<u32>(to, load<u32>(to, 12) + 255 * alpha, 12);
}

/** Whole pixels. Sums stay below 2³¹: a cell of SIDE_MAX pixels is SIDE_MAX × 65,025. */
function addPixels(from: usize, end: usize, to: usize): void {
  if (ASC_FEATURE_SIMD) {
    let sum = i32x4.splat(0);
    const ones = i32x4.splat(-1);
    for (; from + 16 <= end; from += 16) {
      // Two neighbours' red, green, blue and alpha, side by side, by their alphas; alpha itself by 255.
      const four = v128.load(from);
      const levels = i8x16.shuffle(four, four, 0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15);
      const alphas = i8x16.shuffle(four, ones, 3, 7, 3, 7, 3, 7, 16, 16, 11, 15, 11, 15, 11, 15, 16, 16);
      sum = i32x4.add(sum, i32x4.add(
        i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(levels), i16x8.extend_low_i8x16_u(alphas)),
        i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(levels), i16x8.extend_high_i8x16_u(alphas)),
      ));
    }
    v128.store(to, i32x4.add(v128.load(to), i32x4.mul(sum, i32x4.splat(across))));
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
  const at = SUMS + (<usize>(line * CELLS_MAX + cell) << 3);
  const area = <u64>width * height * 255;
  const alpha = load<u64>(at + 3 * PLANE_BYTES) / 255;
  const colour = load<u64>(at + <usize>plane * PLANE_BYTES) + (area - alpha) * (background >>> (plane << 3) & 255);
  return <u32>((colour + (area >> 1)) / area);
}
