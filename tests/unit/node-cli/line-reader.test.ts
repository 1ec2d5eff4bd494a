import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineFailure } from '../../../src/node/cli/failure.ts';
import { readLines } from '../../../src/node/cli/line-reader.ts';
import { runs } from '../../property/runs.ts';

async function* inChunks(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array, void, undefined> {
  let from = 0;
  for (const cut of [...cuts].map((n) => n % (bytes.byteLength + 1)).sort((a, b) => a - b)) {
    yield bytes.subarray(from, cut);
    from = cut;
  }
  yield bytes.subarray(from);
  await Promise.resolve();
}

async function lines(bytes: Uint8Array, cuts: readonly number[] = [], maxBytes?: number): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  let number = 0;
  for await (const line of readLines(inChunks(bytes, cuts), maxBytes)) {
    expect(line.number).toBe(++number);
    found.push(line.content instanceof LineFailure ? null : line.content);
  }
  return found;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Slow and obvious: the whole text at once. */
function oracle(text: string): string[] {
  const all = text.split('\n').map((line) => line.replace(/\r$/u, '')).map((line) => line.trim() === '' ? '' : line);
  while (all.length > 0 && all.at(-1) === '') all.pop();
  return all;
}

describe('readLines', () => {
  it('gives the same lines however the bytes are cut', async () => {
    const piece = fc.oneof(fc.constantFrom('\n', '\r\n', ' ', '\r', 'ß', '🙂', 'x'), fc.string({ unit: 'grapheme', maxLength: 6 }));
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 20 }), fc.array(fc.nat(), { maxLength: 6 }), async (parts, cuts) => {
      const text = parts.join('').replace(/\uFEFF|\p{Cs}/gu, '');
      expect(await lines(bytesOf(text), cuts)).toEqual(oracle(text));
    }), runs(300));
  });

  it('drops a byte order mark', async () => {
    expect(await lines(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x0a))).toEqual(['a']);
  });

  it('names a line that is too long and goes on, without keeping it', async () => {
    expect(await lines(bytesOf('ok\nfar too long\nok\n'), [1, 5, 9], 4)).toEqual(['ok', null, 'ok']);
    expect(await lines(bytesOf('far too long'), [], 4)).toEqual([null]);
  });

  it('names a line that is not UTF-8 and goes on', async () => {
    expect(await lines(Uint8Array.of(0x61, 0x0a, 0xc3, 0x28, 0x0a, 0x62))).toEqual(['a', null, 'b']);
  });

  it('counts the bytes read', async () => {
    const ends: number[] = [];
    for await (const { endByte } of readLines(inChunks(bytesOf('ab\ncdé\n\nf'), [4]))) ends.push(endByte);
    expect(ends).toEqual([3, 8, 9, 10]);
  });
});
