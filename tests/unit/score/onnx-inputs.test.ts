import { beforeAll, describe, expect, it } from 'vitest';
import { createFeatureKernel, readBuilt, tablesPayload, type FeatureKernel } from '../../../models/build/kernel.ts';
import { loadPacked } from '../../../models/scam/build.ts';
import { conceptForms, formTable } from '../../../models/scam/concept-table.ts';
import { languageGrams } from '../../../models/scam/grams.ts';
import { readManifest } from '../../../models/scam/manifest.ts';
import { packOnnx } from '../../../models/scam/pack-model.ts';
import { LANGUAGES, SHAPE } from '../../../models/scam/shape.ts';
import { textInputs, type TextInputs } from '../../../src/score/onnx-inputs.ts';
import { loadScamModel, type ScamModel } from '../../../src/score/scam-model.ts';
import { compileKernel } from '../../../src/text/kernel.ts';
import { TextKernel } from '../../../src/text/text-kernel.ts';
import { ownModel, ownTexts } from '../../fixtures/onnx/own-model.ts';

const numbers = (values: Iterable<number | bigint>): readonly number[] => Array.from(values, Number);
const ones = (row: Iterable<number | bigint>): readonly number[] => numbers(row).flatMap((value, at) => (value === 1 ? [at] : []));

describe('what a host\'s model is told of a text', () => {
  let kernel: TextKernel;
  let names: ScamModel;
  let trainer: FeatureKernel;
  beforeAll(() => {
    kernel = new TextKernel(readBuilt('tables.bin'), compileKernel(readBuilt('simd.bin'), 'simd'));
    names = loadScamModel(kernel, readBuilt('scam.bin'));
    trainer = createFeatureKernel();
    loadPacked(trainer, packOnnx(ownModel, formTable(conceptForms((text) => trainer.fold(text))), readManifest().margin, tablesPayload()));
  });
  const told = (text: string, buckets?: number): TextInputs => {
    kernel.read([{ text, scored: true }]);
    try {
      return textInputs(kernel, names, { buckets });
    } finally {
      // What is told are copies.
      kernel.wipe();
    }
  };

  it('is what training reads of it', () => {
    let named = 0;
    for (const { text, lang } of ownTexts) {
      const { inputs, ...rest } = told(text);
      const folded = trainer.fold(text);
      const { ids, dense, gated } = trainer.extract(text);
      const { index, unsure } = trainer.language();
      const concepts = trainer.concepts(index);
      expect(rest, text).toEqual({ gated: gated || ids.length === 0, lang, sure: !unsure });
      expect(numbers(inputs.units), text).toEqual(Array.from({ length: folded.length }, (_, at) => folded.charCodeAt(at)));
      expect(numbers(inputs.ids), text).toEqual([...ids]);
      expect(numbers(inputs.dense), text).toEqual([...dense]);
      expect(numbers(inputs.grams), text).toEqual([...languageGrams(trainer.wording(text))]);
      expect([inputs.concepts.length, inputs.language.length], text).toEqual([SHAPE.concepts, LANGUAGES.length]);
      expect([ones(inputs.concepts), ones(inputs.language)], text).toEqual([concepts, [index]]);
      named += concepts.length;
    }
    expect(named).toBeGreaterThan(200);
  });

  it('keeps the low bits of ids for a smaller table', () => {
    const text = 'the heron asks for the fee of the boat at the river before the evening';
    expect(numbers(told(text, 256).inputs.ids)).toEqual(numbers(told(text).inputs.ids).map((id) => id % 256));
  });
});
