/** The slow, obvious way from blocks or pixels to the cells of a grid, in whole numbers throughout. Oracle of assembly/image/cells.ts, colour.ts, turn.ts. */

/** What came of a component: DC values by block row and column, `undefined` where nothing came. */
export interface Plane {
  readonly blockWidth: number;
  readonly blockHeight: number;
  /** The number of its quantisation table by which DC values are multiplied. */
  readonly step: number;
  readonly blocks: readonly (readonly (number | undefined)[])[];
}

export interface Cells { readonly columns: number; readonly rows: number; readonly rgba: Uint8ClampedArray }

export function share(side: number, longest: number, of: number): number {
  return Math.max(1, Math.floor((side * of * 2 + longest) / (longest * 2)));
}

/** How much of [a, b) lies in [c, d). */
function overlap(a: number, b: number, c: number, d: number): number {
  return Math.max(0, Math.min(b, d) - Math.max(a, c));
}

/** Sum of value × area, and the area, of one cell: pixels count `columns` × `rows`, so that every area is whole. */
function sumOf(plane: Plane, width: number, height: number, columns: number, rows: number, x: number, y: number): readonly [bigint, bigint] {
  let sum = 0n;
  let area = 0n;
  plane.blocks.forEach((line, row) => {
    const top = row * plane.blockHeight;
    const down = overlap(top * rows, Math.min(top + plane.blockHeight, height) * rows, y * height, (y + 1) * height);
    if (down === 0) return;
    line.forEach((value, column) => {
      const left = column * plane.blockWidth;
      const across = overlap(left * columns, Math.min(left + plane.blockWidth, width) * columns, x * width, (x + 1) * width);
      if (value === undefined || across === 0) return;
      sum += BigInt(value) * BigInt(across * down);
      area += BigInt(across * down);
    });
  });
  return [sum, area];
}

function floorDiv(a: bigint, b: bigint): bigint {
  return a >= 0n || a % b === 0n ? a / b : a / b - 1n;
}

/** @returns the grid, or `undefined` where nothing of the first component came */
export function cellsOf(planes: readonly Plane[], width: number, height: number, long: number, isRgb: boolean, orientation: number): Cells | undefined {
  const longest = Math.max(width, height);
  const columns = share(width, longest, long);
  const rows = share(height, longest, long);
  const colours: (readonly number[])[][] = [];
  const above = planes.map(() => Array.from({ length: columns }, () => 0n));
  for (let y = 0; y < rows; y++) {
    const line: (readonly number[])[] = [];
    for (let x = 0; x < columns; x++) {
      const means = planes.map((plane, index) => {
        const [sum, area] = sumOf(plane, width, height, columns, rows, x, y);
        const last = above[index] as bigint[];
        if (area > 0n) {
          const most = area * 16384n;
          const level = sum * BigInt(plane.step);
          const clamped = level > most ? most : level < -most ? -most : level;
          last[x] = floorDiv(clamped * 32n + area / 2n, area);
        } else if (index === 0 && x === 0 && y === 0) {
          last[x] = 1n << 60n;
        }
        return last[x] as bigint;
      });
      if (means[0] === 1n << 60n) return undefined;
      line.push(colourOf(means, isRgb));
    }
    colours.push(line);
  }
  return turned(colours, orientation);
}

function colourOf([first = 0n, second, third]: readonly bigint[], isRgb: boolean): readonly number[] {
  const y = (first + 32768n) * 65536n;
  const channels = second === undefined || third === undefined ? [y, y, y]
    : isRgb ? [y, (second + 32768n) * 65536n, (third + 32768n) * 65536n]
      : [y + 91881n * third, y - 22554n * second - 46802n * third, y + 116130n * second];
  return channels.map((channel) => Math.max(0, Math.min(255, Number((channel + (1n << 23n)) >> 24n))));
}

/** EXIF 2.32 §4.6.4, one step after the other: mirror, then turn clockwise. */
export function turned(colours: readonly (readonly (readonly number[])[])[], orientation: number): Cells {
  let image = colours.map((line) => [...line]);
  if ([2, 4, 5, 7].includes(orientation)) image = image.map((line) => line.reverse());
  const quarters = { 1: 0, 2: 0, 3: 2, 4: 2, 5: 3, 6: 1, 7: 1, 8: 3 }[orientation] ?? 0;
  for (let i = 0; i < quarters; i++) {
    const from = image;
    image = (from[0] ?? []).map((_, x) => from.map((_line, y) => from[from.length - 1 - y]?.[x] ?? []));
  }
  return {
    columns: image[0]?.length ?? 0, rows: image.length,
    rgba: Uint8ClampedArray.from(image.flat().flatMap(([red = 0, green = 0, blue = 0]) => [red, green, blue, 255])),
  };
}
