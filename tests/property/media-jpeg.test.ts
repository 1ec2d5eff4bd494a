import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImageKernel } from '../../src/media/image-kernel.ts';
import { hostileJpegs, soundJpegs, windows } from '../fixtures/media/hostile.ts';
import { dcValues, makeJpeg } from '../fixtures/media/jpeg.ts';
import { KERNEL_KINDS, makeImageKernel } from '../fixtures/media/kernels.ts';
import { grainy } from '../fixtures/media/pixels.ts';
import type { Cells } from '../oracle/jpeg-cells.ts';
import { jpegGrid, jpegPlanes } from '../oracle/jpeg-grid.ts';
import { runs } from './runs.ts';

const kernels = KERNEL_KINDS.map(makeImageKernel);
const cells = fc.integer({ min: 1, max: 32 });
/** What a kernel makes of a file: its answer and, where there is one, the grid. */
function readWith(kernel: ImageKernel, file: Uint8Array, long: number, bytes?: number): unknown {
  const { answer } = kernel.readFile(file, long, bytes);
  expect(kernel.exports.workDone()).toBeLessThanOrEqual(65_536 + 9 * file.length);
  if (answer !== 'grid') return shown(answer);
  const { width, height, data } = kernel.grid();
  return shown(answer, { columns: width, rows: height, rgba: data });
}

/** In a form that differs in one line where it differs. */
function shown(answer: string, cells?: Cells): unknown {
  return { answer, ...(cells === undefined ? {} : { size: [cells.columns, cells.rows], rgba: Buffer.from(cells.rgba).toString('hex') }) };
}

function wantedOf(file: Uint8Array, long?: number): unknown {
  const { answer, cells: grid } = jpegGrid(file, long);
  return shown(answer, grid);
}

describe('the JPEG reader', () => {
  it('makes the grid that the oracle makes, bit for bit, in both builds, however the file is cut into pieces', () => {
    fc.assert(fc.property(soundJpegs, cells, windows, fc.nat(), (how, long, bytes, seed) => {
      const file = makeJpeg(how, grainy(how.width, how.height, seed));
      const wanted = wantedOf(file, long);
      expect(wanted).toMatchObject({ answer: 'grid' });
      for (const kernel of kernels) expect(readWith(kernel, file, long, bytes)).toEqual(wanted);
    }), runs(300));
  });

  it('has an oracle that reads the values which the encoder wrote', () => {
    fc.assert(fc.property(soundJpegs, fc.nat(), (how, seed) => {
      const pixel = grainy(how.width, how.height, seed);
      const planes = jpegPlanes(makeJpeg(how, pixel));
      const written = dcValues(how, pixel);
      expect(planes.length).toBe(written.length);
      planes.forEach((plane, i) => plane.blocks.forEach((row, y) => row.forEach((value, x) => {
        expect(value).toBe(written[i]?.[y]?.[x]);
      })));
    }), runs(100));
  });

  it('ends a hostile file with the answer of the oracle, without a trap and within its work limit', () => {
    const answers = new Map<string, number>();
    fc.assert(fc.property(hostileJpegs, windows, (file, bytes) => {
      const isJpeg = file.length >= 16 && file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff;
      const wanted = isJpeg ? wantedOf(file) : undefined;
      for (const kernel of kernels) {
        const found = readWith(kernel, file, 16, bytes);
        if (wanted !== undefined) expect(found).toEqual(wanted);
      }
      const name = isJpeg ? jpegGrid(file).answer : 'none';
      answers.set(name, (answers.get(name) ?? 0) + 1);
    }), runs(2_000, 50));
    // The edits reach every way out; else this would show little.
    for (const name of ['grid', 'cut', 'damaged', 'unsupported', 'too-big']) expect(answers.get(name) ?? 0, name).toBeGreaterThan(3);
  });
});
