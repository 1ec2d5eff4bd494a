import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createFeatureKernel, tablesPayload } from '../../../models/build/kernel.ts';
import { packScam } from '../../../models/build/pack.ts';
import { indexParts, partsIn } from '../../../models/contact/cue-finder.ts';
import { CUE_TAGS } from '../../../models/contact/cue-files.ts';
import { cueParts } from '../../../models/contact/cue-forms.ts';
import { CUE_HEADER_BYTES, CUE_SLOTS, cueTable, packCues } from '../../../models/contact/cue-table.ts';
import { readCueTexts } from '../../../models/contact/cue-texts.ts';
import { FEATURE_VERSION, LANGUAGES } from '../../../models/scam/shape.ts';
import { randomWeights } from '../../fixtures/scam-weights.ts';

const kernel = createFeatureKernel();
const parts = cueParts(kernel.fold);
/** A model of the kernel has at most 128 concepts: cues are tried in two halves. */
const HALF = 128;

describe('the table of cues', () => {
  it('is made to the same bytes each time, under half full, and small', () => {
    const packed = packCues(parts);
    expect(packCues(cueParts(kernel.fold))).toEqual(packed);
    expect(packed.length).toBe(CUE_HEADER_BYTES + CUE_SLOTS * 3 + CUE_SLOTS / 8);
    expect(cueTable(parts).prints.filter((print) => print !== 0).length).toBeLessThan(CUE_SLOTS / 2);
    expect(brotliCompressSync(packed).length).toBeLessThan(56_000);
    const view = new DataView(packed.buffer);
    const { prints, owners, prefixes } = cueTable(parts);
    expect([view.getUint32(0, true), view.getUint32(4, true)]).toEqual([0x31455543, CUE_SLOTS]);
    expect(Uint16Array.from({ length: CUE_SLOTS }, (_, slot) => view.getUint16(CUE_HEADER_BYTES + slot * 2, true))).toEqual(prints);
    expect(packed.slice(CUE_HEADER_BYTES + CUE_SLOTS * 2)).toEqual(Uint8Array.from([...owners, ...prefixes]));
  });

  it.each([0, 1])('lets the kernel, as it is, find the parts that the oracle finds, half %s', (half) => {
    const mine = parts.filter(({ owner }) => Math.floor(owner / HALF) === half).map((part) => ({ ...part, owner: part.owner % HALF }));
    const shape = { buckets: 1, dim: 16, hidden: 4, classes: 3, languages: LANGUAGES.length, concepts: HALF };
    expect(kernel.load(packScam(randomWeights({ ...shape, forms: cueTable(mine) }, 1), FEATURE_VERSION, tablesPayload()))).toBe(0);
    const index = indexParts(mine);
    let named = 0;
    let more = 0;
    for (const { text } of CUE_TAGS.flatMap((tag) => readCueTexts(tag))) {
      const wanted = [...new Set(partsIn(kernel.fold(text), index).map(({ owner }) => owner))];
      const found = kernel.concepts(0);
      expect(wanted.filter((owner) => !found.includes(owner)), text).toEqual([]);
      named += wanted.length;
      more += found.length - wanted.length;
    }
    expect(named).toBeGreaterThan(1_000);
    // By chance a fingerprint meets another's.
    expect(more).toBeLessThanOrEqual(named / 100);
  });
});
