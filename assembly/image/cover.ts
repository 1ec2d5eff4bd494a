// The grid made soft, then large and smooth: each pixel is three by three cells under a quadratic B-spline (a box blurred by a
// tent), in whole numbers. Past the edges the outermost cells go on, so no edge is transparent.

import { share } from './cells';
import { height, orientation, width } from './head';
import { CELLS, COVER_SIDE_MAX, LINES, OUT } from './memory';
import { columns, rows } from './turn';

/** Positions between cells are 256ths; three weights sum to 2 × 256². */
const SHIFT_LINES: u32 = 11;
const SHIFT_OUT: u32 = 23;

/**
 * How often the grid is softened. Without it a Wiener filter brings back 9 to 10 cycles per width of a 16-cell cover, some of them
 * along the diagonals, with it 7 (tests/attack/media/deconvolution.test.ts).
 */
const SOFTENINGS: i32 = 2;

/** Weights of the cell before and of the one behind, by how far the position lies into its own cell. */
let before: u32 = 0;
let own: u32 = 0;
let behind: u32 = 0;
/** The three cells. */
let a: i32 = 0;
let b: i32 = 0;
let c: i32 = 0;

function place(pixel: i32, pixels: i32, cells: i32): void {
  const at = (2 * pixel + 1) * cells * 128 / pixels;
  b = at >> 8;
  a = max(0, b - 1);
  c = min(cells - 1, b + 1);
  const into = <u32>at & 255;
  before = (256 - into) * (256 - into);
  behind = into * into;
  own = 131072 - before - behind;
}

/**
 * Writes the cover to OUT, RGBA, opaque. About 0.4 ms.
 * @param side pixels of its long side, COVER_SIDE_MAX at most
 * @returns width << 16 | height, 0 where no grid is
 */
export function cover(side: i32): i32 {
  const long = max(1, min(side, COVER_SIDE_MAX));
  const most = max(width, height);
  if (columns == 0) return 0;
  const wide = share(orientation > 4 ? height : width, most, long);
  const high = share(orientation > 4 ? width : height, most, long);
  memory.copy(OUT, CELLS, 4 * 32 * 32);
  for (let pass = 0; pass < SOFTENINGS; pass++) enlarge(columns, rows);
  enlarge(wide, high);
  return wide << 16 | high;
}

/** What is at OUT, a grid as large as in CELLS, at another size or at its own, which softens it: an eighth of each neighbour. */
function enlarge(wide: i32, high: i32): void {
  for (let x = 0; x < wide; x++) {
    place(x, wide, columns);
    for (let y = 0; y < rows; y++) acrossAt(<usize>(y * columns), LINES + (<usize>(y * wide + x) << 3));
  }
  const bytes = <usize>wide << 3;
  let to = OUT;
  for (let y = 0; y < high; y++, to += <usize>wide << 2) {
    place(y, high, rows);
    downAt(LINES + <usize>a * bytes, LINES + <usize>b * bytes, LINES + <usize>c * bytes, to, wide);
  }
}

/** Four levels in 64ths. */
function acrossAt(row: usize, to: usize): void {
  for (let channel: usize = 0; channel < 4; channel++) {
    const cells = OUT + (row << 2) + channel;
    const sum = load<u8>(cells + (<usize>a << 2)) * before + load<u8>(cells + (<usize>b << 2)) * own
      + load<u8>(cells + (<usize>c << 2)) * behind;
    store<u16>(to + (channel << 1), <u16>(sum + (1 << SHIFT_LINES - 1) >>> SHIFT_LINES));
  }
}

function downAt(one: usize, two: usize, three: usize, to: usize, wide: i32): void {
  const end = to + (<usize>wide << 2);
  for (; to < end; to++, one += 2, two += 2, three += 2) {
    const sum = load<u16>(one) * before + load<u16>(two) * own + load<u16>(three) * behind;
    store<u8>(to, <u8>(sum + (1 << SHIFT_OUT - 1) >>> SHIFT_OUT));
  }
}
