// The grid: a picture's area in `columns` × `rows` equal cells, and what of it each cell got. All areas are whole numbers: across,
// a pixel counts `columns` and a cell `width`; down, a pixel counts `rows` and a cell `height`.

import { CELLS_MAX, PLANE_BYTES, ROW, ROW_WEIGHTS, SUMS, WEIGHTS } from './memory';

export let across: i32 = 0;
export let down: i32 = 0;
let wide: i32 = 0;
let high: i32 = 0;

/** `times` what a side is of the longer one, to the nearest whole number from 1. */
export function share(side: i32, most: i32, times: i32): i32 {
  return max(1, (side * times * 2 + most) / (most * 2));
}

/** Cells as near to squares as whole numbers of them can be, `cells` on the long side (1 to CELLS_MAX). */
export function startCells(width: i32, height: i32, cells: i32): void {
  const long = max(1, min(cells, CELLS_MAX));
  const most = max(width, height);
  wide = width;
  high = height;
  across = share(width, most, long);
  down = share(height, most, long);
  memory.fill(SUMS, 0, 7 * PLANE_BYTES);
}

/**
 * Adds a row of blocks, `count` of them from the left, each `blockWidth` × `blockHeight` pixels, to the sums of a component.
 * Blocks past the picture's edges are filling and count as far as they lie inside. O(blocks + cells).
 * @param values i16 @param top pixels above @param counts whether the area is added too: the first bits of the values
 */
export function addBlocks(plane: i32, values: usize, count: i32, blockWidth: i32, top: i32, blockHeight: i32, counts: bool): void {
  if (top >= high) return;
  const step = blockWidth * across;
  for (let cell = 0; cell < across; cell++) {
    let from = cell * wide;
    const end = min(from + wide, count * step);
    store<i32>(ROW_WEIGHTS + (<usize>cell << 2), max(0, end - from));
    let sum = 0;
    let block = from / step;
    let edge = (block + 1) * step;
    for (; from < end; edge += step, block++) {
      const to = min(end, edge);
      sum += <i32>load<i16>(values + (<usize>block << 1)) * (to - from);
      from = to;
    }
    store<i32>(ROW + (<usize>cell << 2), sum);
  }
  let from = top * down;
  const end = min(top + blockHeight, high) * down;
  for (let line = from / high; from < end; line++) {
    const to = min(end, (line + 1) * high);
    const plus = <usize>(plane * CELLS_MAX + line) * CELLS_MAX * 8;
    for (let cell: usize = 0; cell < <usize>across; cell++) {
      const at = plus + (cell << 3);
      store<i64>(SUMS + at, load<i64>(SUMS + at) + <i64>load<i32>(ROW + (cell << 2)) * (to - from));
      if (counts) store<i64>(WEIGHTS + at, load<i64>(WEIGHTS + at) + <i64>load<i32>(ROW_WEIGHTS + (cell << 2)) * (to - from));
    }
    from = to;
  }
}
