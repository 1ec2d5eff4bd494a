import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DENSE, FROM, IDS, SCRATCH } from '../../build/regions.gen.ts';
import { features, hasLink } from '../oracle/features.ts';
import { KINDS, makeKernel, runs } from './runs.ts';
import { text } from './text-strings.ts';
import type { TextKernel } from '../../src/text/text-kernel.ts';

interface Surface { readonly text: string; readonly scored: boolean }

function extract(kernel: TextKernel, surfaces: readonly Surface[]): ReturnType<typeof features> {
  try {
    kernel.read(surfaces);
    const k = kernel.exports;
    const count = k.features();
    const units = [...new Uint16Array(k.memory.buffer, SCRATCH, k.featureUnits())];
    const from = new Uint32Array(k.memory.buffer, FROM, units.length);
    return {
      text: String.fromCharCode(...units),
      wording: String.fromCharCode(...units.map((unit, i) => ((from[i] ?? 0) >>> 31 === 1 ? 10 : unit))),
      ids: [...new Uint32Array(k.memory.buffer, IDS, count)],
      dense: [...new Float32Array(k.memory.buffer, DENSE, 8)],
      flags: k.featureFlags(),
    };
  } finally {
    kernel.wipe();
  }
}

/** Neighbourhoods of links: what the scan has to tell apart. */
const linkish = fc.array(fc.constantFrom(
  'www', '.', '.', '/', ':', '://', '@', 'com', 'co', 'uk', 'a', 'bit', 'ly', 'example', '-', '7', ' ', 'museums', 'online', 'th', '!', '$', '?', '12345',
), { maxLength: 14 }).map((parts) => parts.join(''));

/** Neighbourhoods of disguises: what is undone, and what only looks like it. */
const disguised = fc.array(fc.constantFrom(
  '؟', '،', '۔', '।', '၊', '・', '×',
  'pay', 'p', 'a', 'y', 'e', 's', 'ss', 'лп', 'а', 'е', 'о', 'ж', 'ν', 'λ', 'é', '4', '3', '2', '0', '1', '77', '$', '@', '!', '+', '€', '.', '-', '*', '_', ' ', ' ', 'a ', 'b ', ' p.', 'a-', 'ก', 'กา ', '你 ', '好', 'www', '٣',
), { maxLength: 18 }).map((parts) => parts.join(''));

const surface = fc.record({ text: fc.oneof(text, linkish, disguised), scored: fc.boolean() });

describe.each(KINDS)('the %s features', (kind) => {
  const kernel = makeKernel(kind);

  it('are the oracle\'s, whatever the surfaces', () => {
    fc.assert(fc.property(fc.array(surface, { maxLength: 4 }), (surfaces) => {
      const found = extract(kernel, surfaces);
      const oracle = features(surfaces);
      // An empty text leaves only the first space.
      const trimmed = (one: typeof found): typeof found => ({ ...one, text: one.text.trimEnd(), wording: one.wording.trimEnd() });
      expect(trimmed(found)).toEqual(trimmed(oracle));
    }), runs(600));
  });

  it('find links as the oracle does', () => {
    fc.assert(fc.property(linkish, (input) => {
      const found = extract(kernel, [{ text: input, scored: true }]);
      expect((found.flags & 2) !== 0).toBe(hasLink(` ${input.toLowerCase()} `));
    }), runs(3000));
  });

  it('read disguised words as the oracle does', () => {
    fc.assert(fc.property(disguised, (input) => {
      const surfaces = [{ text: input, scored: true }];
      const [found, oracle] = [extract(kernel, surfaces), features(surfaces)];
      expect([found.text.trimEnd(), found.wording.trimEnd()]).toEqual([oracle.text.trimEnd(), oracle.wording.trimEnd()]);
    }), runs(5000));
  });

  it('stop at the limit and say so', () => {
    fc.assert(fc.property(text, fc.integer({ min: 4_080, max: 4_110 }), (input, units) => {
      const long = `${input} ${'word 12 '.repeat(600)}`.slice(0, units);
      const surfaces = [{ text: long, scored: true }];
      const found = extract(kernel, surfaces);
      expect(found).toEqual(features(surfaces));
      expect(found.text.length).toBeLessThanOrEqual(4_096);
    }), runs(60));
  });
});

it('gives the same ids and the same bits of dense inputs in both builds', () => {
  const [simd, scalar] = KINDS.map(makeKernel) as [TextKernel, TextKernel];
  fc.assert(fc.property(fc.array(surface, { maxLength: 3 }), (surfaces) => {
    expect(extract(simd, surfaces)).toEqual(extract(scalar, surfaces));
  }), runs(600));
});
