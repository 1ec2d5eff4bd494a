import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containerParts, makeGif, makeHeif, makeMp4, makePng, makeWebm, makeWebp } from '../fixtures/media/containers.ts';
import { edited, edits } from '../fixtures/media/edits.ts';
import { KERNEL_KINDS, makeImageKernel } from '../fixtures/media/kernels.ts';
import { runs } from './runs.ts';

const [simd, scalar] = KERNEL_KINDS.map(makeImageKernel);

const FILES = [
  makePng(300, 200), makePng(300, 200, 4), makeGif(40, 30, 1), makeGif(40, 30, 6), makeWebp(321, 123, 'VP8 '), makeWebp(321, 123, 'VP8L'),
  makeWebp(321, 123, 'VP8X'), makeWebp(321, 123, 'VP8X', 5), makeHeif(800, 600, ['avif', 'mif1'], [16, 12]), makeHeif(800, 600, ['heic']),
  makeHeif(80, 60, ['msf1', 'hevc']), makeMp4(['isom', 'iso2']), makeWebm('webm'),
];

const file = fc.oneof(
  fc.tuple(fc.constantFrom(...FILES), edits).map(([base, list]) => edited(base, list, containerParts)),
  fc.uint8Array({ maxLength: 200 }),
);

describe('the header reader', () => {
  it('ends a hostile file within its work limit, and lets nothing past the caps', () => {
    const answers = new Set<string>();
    fc.assert(fc.property(file, fc.constantFrom(64, 100, 131_072), (bytes, window) => {
      const head = simd?.readFile(bytes, 16, window);
      expect(scalar?.readFile(bytes)).toEqual(head);
      expect(simd?.exports.workDone()).toBeLessThanOrEqual(65_536 + 9 * bytes.length);
      expect(head?.answer).not.toBe('work');
      if (head?.answer === 'pixels') {
        expect(Math.max(head.width, head.height)).toBeLessThanOrEqual(16_384);
        expect(head.width * head.height).toBeLessThanOrEqual(64_000_000);
        expect(head.frames).toBeLessThanOrEqual(1_000);
      }
      answers.add(head?.answer ?? '');
    }), runs(2_000, 50));
    for (const name of ['pixels', 'video', 'unknown', 'damaged', 'cut', 'too-big']) expect([...answers]).toContain(name);
  });
});
