import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFeatureKernel } from '../../../models/build/kernel.ts';
import { findCues, indexParts, partsIn } from '../../../models/contact/cue-finder.ts';
import { CUE_TAGS } from '../../../models/contact/cue-files.ts';
import { cueParts as formParts } from '../../../models/contact/cue-forms.ts';
import { readCueTexts } from '../../../models/contact/cue-texts.ts';
import { cueKinds } from '../../../src/contract/text-cues.ts';
import { cueParts, loadScamModel, scoreScam } from '../../../src/score/scam-model.ts';
import { CONCEPTS as CONCEPT_ROWS } from '../../../build/regions.gen.ts';
import { KINDS, makeKernel } from '../../property/runs.ts';

const asset = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(`../../../build/${name}`, import.meta.url)));
const { fold } = createFeatureKernel();
const index = indexParts(formParts(fold));
const texts = CUE_TAGS.flatMap((tag) => readCueTexts(tag)).map(({ text }) => text);
const BITS = { move: 1, secret: 2, age: 4, school: 4, place: 4, photo: 4, gifts: 8, money: 8 };

describe.each(KINDS)('cues in the %s kernel', (kind) => {
  const kernel = makeKernel(kind);
  const model = loadScamModel(kernel, asset('scam.bin'));
  const found = (...surfaces: readonly string[]): readonly number[] => {
    kernel.read(surfaces.map((text) => ({ text, scored: true })));
    try {
      kernel.exports.features();
      return cueParts(kernel);
    } finally {
      kernel.wipe();
    }
  };

  it('are none before the table came', () => { expect(found(texts[0] ?? '')).toEqual([]); });

  it('are those of the oracle, over all authored texts', () => {
    kernel.loadWordTable('cues.bin', asset('cues.bin'));
    let named = 0;
    let more = 0;
    let otherwise = 0;
    for (const text of texts) {
      const owners = found(text).filter((_, n) => n % 4 === 0);
      const wanted = partsIn(fold(text), index).map(({ owner }) => owner);
      expect(wanted.filter((owner) => !owners.includes(owner)), text).toEqual([]);
      named += wanted.length;
      more += owners.length - wanted.length;
      const kinds = findCues(fold(text), index).reduce((bits, cue) => bits | BITS[cue], 0);
      if (cueKinds(found(text)) !== kinds) otherwise++;
    }
    expect(named).toBeGreaterThan(1_000);
    // By chance a fingerprint meets another's; and folding moves the halves of a pair a little.
    expect(more).toBeLessThanOrEqual(named / 100);
    expect(otherwise).toBeLessThanOrEqual(texts.length / 200);
  });

  it('are each occurrence, in units of its own text, at most 128', () => {
    const text = 'Ünser: keep it secret, ok? keep it secret';
    const rows = found('hello', text);
    const at = (n: number): string => { const [, segment, start, end] = rows.slice(n * 4, n * 4 + 4); return `${segment} ${text.slice(start, end)}`; };
    expect([rows.length >= 8, at(0), at(rows.length / 4 - 1)]).toEqual([true, '1 keep it secret', '1 keep it secret']);
    expect(found('keep it secret '.repeat(300)).length).toBe(128 * 4);
  });

  it('change no score: the model\'s forms and its rows are as they were', () => {
    const score = (withCues: boolean): unknown => {
      kernel.read([{ text: 'Congratulations, you have won a $1000 gift card! Keep it secret and claim your prize now: http://prize.example/claim', scored: true }]);
      const made = scoreScam(kernel, model);
      if (withCues) cueParts(kernel);
      kernel.wipe();
      return made;
    };
    const plain = score(false);
    score(true);
    expect(score(false)).toEqual(plain);
  });

  it('leave nothing behind', () => {
    found('keep it secret, send me a pic of you');
    expect(new Uint32Array(kernel.exports.memory.buffer, CONCEPT_ROWS, 128 * 4).every((unit) => unit === 0)).toBe(true);
  });
});
