import { share, turned, type Cells } from './jpeg-cells.ts';

function overlap(a: number, b: number, c: number, d: number): number {
  return Math.max(0, Math.min(b, d) - Math.max(a, c));
}

/** The mean of pixels by cell over a background, one pixel and one cell at a time, in whole numbers. Oracle of assembly/image/mean.ts. */
export function meanCells(width: number, height: number, rgba: ArrayLike<number>, background: readonly number[], long: number): Cells {
  const longest = Math.max(width, height);
  const columns = share(width, longest, long);
  const rows = share(height, longest, long);
  const colours = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_c, column) => {
    const sums = [0n, 0n, 0n];
    for (let y = 0; y < height; y++) {
      const down = overlap(y * rows, (y + 1) * rows, row * height, (row + 1) * height);
      for (let x = 0; down > 0 && x < width; x++) {
        const area = BigInt(down * overlap(x * columns, (x + 1) * columns, column * width, (column + 1) * width));
        if (area === 0n) continue;
        const alpha = BigInt(rgba[(y * width + x) * 4 + 3] ?? 0);
        for (let i = 0; i < 3; i++) {
          const level = BigInt(rgba[(y * width + x) * 4 + i] ?? 0);
          sums[i] = (sums[i] ?? 0n) + area * (level * alpha + BigInt(background[i] ?? 0) * (255n - alpha));
        }
      }
    }
    const whole = BigInt(width * height) * 255n;
    return sums.map((sum) => Number((sum + whole / 2n) / whole));
  }));
  return turned(colours, 1);
}

/** Quadratic B-spline through a line of cells at one pixel: three cells and their weights, 131,072 in all. */
function weights(pixel: number, pixels: number, cells: number): readonly (readonly [number, number])[] {
  const at = Math.floor((2 * pixel + 1) * cells * 128 / pixels);
  const own = Math.floor(at / 256);
  const into = at % 256;
  const before = (256 - into) ** 2;
  const behind = into ** 2;
  return [[Math.max(0, own - 1), before], [own, 131_072 - before - behind], [Math.min(cells - 1, own + 1), behind]];
}

/** The cover of a grid, softened twice. Oracle of assembly/image/cover.ts. */
export function coverOf(cells: Cells, width: number, height: number): Uint8ClampedArray {
  const { columns, rows } = cells;
  const once = { columns, rows, rgba: enlarged(cells, columns, rows) };
  return enlarged({ columns, rows, rgba: enlarged(once, columns, rows) }, width, height);
}

/** Across to 64ths of a level, then down. */
function enlarged(cells: Cells, width: number, height: number): Uint8ClampedArray {
  const out = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (const [row, weight] of weights(y, height, cells.rows)) {
          const line = weights(x, width, cells.columns).reduce((total, [column, part]) => total + part * (cells.rgba[(row * cells.columns + column) * 4 + channel] ?? 0), 0);
          sum += weight * Math.floor((line + 1024) / 2048);
        }
        out[(y * width + x) * 4 + channel] = Math.floor((sum + 2 ** 22) / 2 ** 23);
      }
    }
  }
  return out;
}
