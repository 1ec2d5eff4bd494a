import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileContainers } from '../fixtures/media/hostile.ts';
import { KERNEL_KINDS, makeImageKernel } from '../fixtures/media/kernels.ts';
import { runs } from './runs.ts';

const [simd, scalar] = KERNEL_KINDS.map(makeImageKernel);

describe('the header reader', () => {
  it('ends a hostile file within its work limit, and lets nothing past the caps', () => {
    const answers = new Set<string>();
    fc.assert(fc.property(hostileContainers, fc.constantFrom(64, 100, 131_072), (bytes, window) => {
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
