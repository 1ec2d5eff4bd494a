// From sums of DC values to the colours of the cells. A DC value is eight times the mean of its block, 128 lying at zero.

import { across, down } from './cells';
import { component, componentCount, STEP } from './frame';
import { ABOVE, CELLS_MAX, PLANE_BYTES, SUMS, WEIGHTS } from './memory';
import { putCell } from './turn';

/** @returns whether anything of the picture came */
export function colourCells(isRgb: bool): bool {
  if (componentCount == 0 || load<i64>(WEIGHTS) == 0) return false;
  memory.fill(ABOVE, 0, 3 * 32 * 4);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const first = <i64>mean(0, x, y) + (128 << 8);
      let red = first << 16;
      let green = red;
      let blue = red;
      if (componentCount == 3) {
        const second = <i64>mean(1, x, y);
        const third = <i64>mean(2, x, y);
        if (isRgb) {
          green = second + (128 << 8) << 16;
          blue = third + (128 << 8) << 16;
        } else {
          // JFIF 1.02: 1.402, 0.344136, 0.714136 and 1.772, in 65,536ths.
          red += 91881 * third;
          green -= 22554 * second + 46802 * third;
          blue += 116130 * second;
        }
      }
      putCell(x, y, level(red), level(green), level(blue));
    }
  }
  return true;
}

/** Mean of a cell in 256ths of a level; of one that got nothing, that of the cell above, or zero. */
function mean(plane: i32, x: i32, y: i32): i32 {
  const above = ABOVE + (<usize>(plane * CELLS_MAX + x) << 2);
  const at = <usize>plane * PLANE_BYTES + (<usize>(y * CELLS_MAX + x) << 3);
  const area = load<i64>(WEIGHTS + at);
  if (area > 0) {
    // Within ±2,048 levels, far outside of what can be seen, so that nothing runs over; 1 << 20 keeps the quotient positive.
    const sum = max(-(area << 14), min(area << 14, load<i64>(SUMS + at) * load<i32>(component(plane), STEP)));
    store<i32>(above, <i32>((sum * 32 + (area >> 1) + (area << 20)) / area) - (1 << 20));
  }
  return load<i32>(above);
}

/** Nearest level of a colour in 2⁻²⁴ths. */
function level(colour: i64): u32 {
  return <u32>max(0, min(255, colour + (1 << 23) >> 24));
}
