import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../oracle/normalise.ts';
import { foldWith, KINDS, makeKernel, runs } from './runs.ts';
import { streamSafe, text } from './text-strings.ts';

describe.each(KINDS)('the %s normaliser', (kind) => {
  const kernel = makeKernel(kind);

  it('folds as the oracle does, and says where each unit comes from', () => {
    fc.assert(fc.property(text, (input) => {
      const oracle = normalise(input);
      const { text: folded, origins } = foldWith(kernel, input);
      expect(folded).toBe(`${oracle.text}\uffff`);
      expect(origins).toEqual([...oracle.origins, input.length]);
    }), runs(1500));
  });

  it('folds every assigned character as the oracle does', () => {
    const wrong: string[] = [];
    for (let cp = 0; cp <= 0x10ffff; cp++) {
      const c = String.fromCodePoint(cp);
      if (!/^[\P{Cn}\uffff]$/u.test(c) || (cp >= 0xf0000 && cp < 0x10fff0)) continue;
      // Letters around it, so that marks and jamo have something to join.
      const input = `か${c}x`;
      if (foldWith(kernel, input).text !== `${normalise(input).text}\uffff`) wrong.push(cp.toString(16));
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('folds canonically equivalent texts alike', () => {
    fc.assert(fc.property(streamSafe, (input) => {
      const { text: folded } = foldWith(kernel, input);
      expect(foldWith(kernel, input.normalize('NFC')).text).toBe(folded);
      expect(foldWith(kernel, input.normalize('NFD')).text).toBe(folded);
    }), runs(1500));
  });

  it('folds what it has folded to itself', () => {
    fc.assert(fc.property(streamSafe, (input) => {
      const once = foldWith(kernel, input).text.slice(0, -1);
      expect(foldWith(kernel, once).text).toBe(`${once}\uffff`);
    }), runs(800));
  });

  it('keeps surfaces apart: each folds as if it stood alone', () => {
    fc.assert(fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
      expect(foldWith(kernel, ...texts).text).toBe(texts.map((input) => `${normalise(input).text}\uffff`).join(''));
    }), runs(300));
  });
});

describe('the two builds', () => {
  it('write the same units, origins and symbols', () => {
    const [simd, scalar] = KINDS.map(makeKernel);
    if (simd === undefined || scalar === undefined) throw new Error('two kernels');
    fc.assert(fc.property(text, fc.nat(2000), (input, repeat) => {
      const long = input.repeat(1 + Math.floor(repeat / (input.length + 1)));
      expect(foldWith(simd, long)).toEqual(foldWith(scalar, long));
    }), runs(400));
  });
});
