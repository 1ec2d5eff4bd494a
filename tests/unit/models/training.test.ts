import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createFeatureKernel } from '../../../models/build/kernel.ts';
import { trainOnnx } from '../../../models/scam/build.ts';
import { templateRows } from '../../../models/scam/templates.ts';
import { splitRows, type Row } from '../../../models/scam/dataset.ts';
import { RECIPE } from '../../../models/scam/train.ts';

const RECIPE_SMALL = { ...RECIPE, rounds: 3, tailRounds: 1, chatPerRound: 50 };
/** Made up on the spot: two kinds of message that differ in a word. */
const rows: readonly Row[] = Array.from({ length: 240 }, (_, i) => ({
  text: i % 2 === 0 ? `Your parcel ${i} is held, pay the fee at post-${i}.example.top/x` : `See you at the library at ${i % 12}, bring the blue notebook please`,
  label: i % 2 === 0 ? 'scam' : 'ham', lang: 'en', source: i % 4 === 1 ? 'xpersona' : 'authored', group: String(i),
}));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('training', () => {
  it('gives the same bytes twice, and others for another seed', () => {
    const kernel = createFeatureKernel();
    const first = trainOnnx(kernel, rows, RECIPE_SMALL);
    expect(sha256(trainOnnx(createFeatureKernel('scalar'), rows, RECIPE_SMALL))).toBe(sha256(first));
    expect(sha256(trainOnnx(kernel, rows, { ...RECIPE_SMALL, seed: 7 }))).not.toBe(sha256(first));
  });
});

describe('the split', () => {
  const { train, validation } = splitRows(templateRows(3), 9);

  it('is the same for the same seed and keeps every expansion of a template on one side', () => {
    expect(splitRows(templateRows(3), 9)).toEqual({ train, validation });
    const held = new Set(validation.map((row) => row.group));
    expect(held.size).toBeGreaterThan(50);
    expect(train.filter((row) => held.has(row.group))).toEqual([]);
  });

  it('leaves no slot of the authored corpus unfilled', () => {
    expect(templateRows(3).filter(({ text }) => /[{}]/.test(text))).toEqual([]);
  });
});
