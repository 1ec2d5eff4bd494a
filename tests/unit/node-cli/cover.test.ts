import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pngFile } from '../../../src/node/cli/png-file.ts';
import { makeJpeg } from '../../fixtures/media/jpeg.ts';
import { makeImageKernel } from '../../fixtures/media/kernels.ts';
import { slopes } from '../../fixtures/media/pixels.ts';
import { blackPng } from '../../fixtures/media/png.ts';
import { parseLines, runCli, tempFolder } from './run-cli.ts';

const folder = tempFolder();
const jpeg = makeJpeg({ width: 70, height: 50, orientation: 6 }, slopes(70, 50));
const path = join(folder, 'photo.jpg');
writeFileSync(path, jpeg);

/** RGBA of a PNG as `pngFile` writes it: no filter, one part. */
function pixelsOf(file: Buffer, width: number, height: number): Buffer {
  const from = file.indexOf('IDAT') + 4;
  const rows = inflateSync(file.subarray(from, from + file.readUInt32BE(from - 8)));
  return Buffer.concat(Array.from({ length: height }, (_, y) => rows.subarray(y * (1 + width * 4) + 1, (y + 1) * (1 + width * 4))));
}

describe('cover FILE', () => {
  it('writes the cover that browsers make, and says what it is of', async () => {
    const out = join(folder, 'cover.png');
    const { code, stdout } = await runCli(['cover', path, '--out', out, '--cells', '24']);
    expect(code).toBe(0);
    expect(parseLines(stdout)).toEqual([{ state: 'picture', width: 50, height: 70, bytes: jpeg.length, milliseconds: expect.any(Number) as number }]);
    const kernel = makeImageKernel('simd');
    kernel.readFile(jpeg, 24);
    const { width, height, data } = kernel.cover();
    const png = readFileSync(out);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    expect(pixelsOf(png, width, height).equals(Buffer.from(data))).toBe(true);
  });

  it('says why there is none, and writes nothing', async () => {
    const picture = join(folder, 'picture.png');
    const out = join(folder, 'none.png');
    writeFileSync(picture, blackPng(90, 60));
    const { code, stdout, stderr } = await runCli(['cover', picture, '--out', out]);
    expect([code, existsSync(out)]).toEqual([0, false]);
    expect(parseLines(stdout)).toMatchObject([{ state: 'neutral', why: 'undecodable-here', width: 90, height: 60 }]);
    expect(stderr).toContain('not written');
  });

  it('exits with 1 where there is no file, with 2 for other cells', async () => {
    expect((await runCli(['cover', join(folder, 'absent.jpg')])).code).toBe(1);
    expect((await runCli(['cover', path, '--cells', '32'])).code).toBe(2);
  });
});

describe('the PNG writer', () => {
  it('writes the checksums that the format asks for', () => {
    // The end of every PNG, RFC 2083 §4.1.4.
    expect(pngFile(1, 1, Uint8Array.of(1, 2, 3, 255)).subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
  });
});
