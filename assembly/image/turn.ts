// Where a cell stands once the picture is upright (EXIF orientation), and how many cells that makes across and down.

import { across, down } from './cells';
import { CELLS } from './memory';

let exif: i32 = 1;

/** Cells of the grid in CELLS, row by row; 0 before there is one. */
export let columns: i32 = 0;
export let rows: i32 = 0;

export function turnCells(orientation: i32): void {
  exif = orientation;
  columns = exif > 4 ? down : across;
  rows = exif > 4 ? across : down;
}

export function forgetCells(): void {
  columns = rows = 0;
}

/** Writes a cell, opaque. @param x @param y where the file has it */
export function putCell(x: i32, y: i32, red: u32, green: u32, blue: u32): void {
  // 2, 3, 6 and 7 mirror what is then across; 3, 4, 7 and 8 what is then down; 5 to 8 swap the two.
  const swaps = exif > 4;
  const a = swaps ? y : x;
  const b = swaps ? x : y;
  const right = exif & 2 ? columns - 1 - a : a;
  const below = exif - 1 & 2 ? rows - 1 - b : b;
  store<u32>(CELLS + (<usize>(below * columns + right) << 2), 0xff000000 | blue << 16 | green << 8 | red);
}
