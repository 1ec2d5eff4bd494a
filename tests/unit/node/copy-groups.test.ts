import { describe, expect, it } from 'vitest';
import { isNearCopy, NEAR_COPY } from '../../../src/decide/chain.ts';
import { readCase } from '../../../src/node/report/case-line.ts';
import { copyGroups } from '../../../src/node/report/copy-groups.ts';
import { indicatorsOf, type CaseRecord } from '../../../src/node/report/indicators.ts';
import type { CaseSketch } from '../../../src/report/moderator.ts';
import { sketchSalt } from '../../../src/node/index.ts';
import { CHAIN_LETTER } from '../../fixtures/chain.ts';
import { makeSketchKernel } from '../../fixtures/sketch-kernel.ts';

const AT = Date.UTC(2026, 2, 10);
const kernel = makeSketchKernel('simd', await sketchSalt('terms-1'));
const sketchOf = (text: string): CaseSketch => {
  const size = kernel.sketch(text);
  return { size, sketch: Buffer.from(kernel.bytes()).toString('base64url') };
};
const one = (n: number, more: Partial<CaseRecord>): CaseRecord => ({ reportId: `r${n}`, receivedAt: AT + n * 60_000, receipts: [], language: 'my', urgency: 'today', policy: 'terms-1', ...more });
const wrapped = `Read this aloud! ${CHAIN_LETTER}`;
const other = 'We meet on Saturday at four at the playground, everybody brings something to eat and to drink, the children their swimming things, and who has one a tent.';
const CASES = [
  one(0, { sketches: [sketchOf(other)] }), one(1, { sketches: [sketchOf(CHAIN_LETTER)], firstSentAt: AT - 59 * 60_000 }), one(2, { sketches: [sketchOf(wrapped), sketchOf('x'.repeat(80))] }),
  one(3, { policy: 'terms-2', sketches: [sketchOf(CHAIN_LETTER)] }), one(4, { sketches: [sketchOf(CHAIN_LETTER)] }), one(5, { cluster: 'a' }), one(6, { cluster: 'a', sketches: [sketchOf(other)] }), one(7, {}),
];

describe('reports about one message', () => {
  it('are those with near-copies under the same terms, and those that the service put together', () => {
    expect(copyGroups(CASES)).toEqual([0, 1, 1, 3, 1, 0, 0, 7]);
  });

  it('are counted as duplicates, all but the first', () => {
    const { all } = indicatorsOf(CASES, { asOf: AT });
    expect(all.duplicates).toBe(4);
    expect(all.medianMinutesToFirstReport).toBe(60);
  });

  it('are near-copies exactly where the kernel finds them', () => {
    let near = 0;
    for (let n = 0; n < 60; n++) {
      const words = CHAIN_LETTER.split(' ');
      const changed = words.map((word, at) => ((at * 7 + n * 3) % 60 < n ? word.split('').reverse().join('') : word)).join(' ') + ` ${other}`.slice(0, n * 4);
      const size = kernel.sketch(CHAIN_LETTER);
      kernel.put(0);
      const own = kernel.bytes();
      const changedSize = kernel.sketch(changed);
      const theirs = kernel.bytes();
      const found = kernel.lookup(1, NEAR_COPY).length === 1;
      const places = Array.from({ length: 128 }, (_unused, at) => [0, 128, 256, 384].every((byte) => own[byte + at] === theirs[byte + at])).filter(Boolean).length;
      expect(isNearCopy(places, size, changedSize)).toBe(found);
      expect(copyGroups([one(0, { sketches: [sketchOf(CHAIN_LETTER)] }), one(1, { sketches: [sketchOf(changed)] })])).toEqual([0, found ? 0 : 1]);
      near += Number(found);
    }
    expect(near).toBeGreaterThan(5);
    expect(near).toBeLessThan(55);
  });

  it('are read from a line only where their sketches are of the documented form', async () => {
    const line = { reportId: 'r', receivedAt: AT, language: 'my', urgency: 'today', receipts: [] };
    const good = sketchOf(CHAIN_LETTER);
    expect((await readCase({ ...line, policy: 'terms-1', sketches: [good] }, []))?.record.sketches).toEqual([good]);
    for (const sketches of [[{ ...good, size: 0 }], [{ ...good, sketch: good.sketch.slice(1) }], [{ ...good, size: 0.5 }], [null], 'x', Array.from({ length: 31 }, () => good)]) {
      expect(await readCase({ ...line, sketches }, [])).toBeUndefined();
    }
    expect(await readCase({ ...line, policy: 1 }, [])).toBeUndefined();
  });
});
