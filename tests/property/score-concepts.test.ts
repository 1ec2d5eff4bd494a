import { CONCEPTS } from '../../build/regions.gen.ts';
import { plainTables } from '../../assembly/tables/build/plain.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packScam } from '../../models/build/pack.ts';
import { createRng } from '../../models/build/rng.ts';
import { formOf, formTable, type Form } from '../../models/scam/concept-table.ts';
import { FEATURE_VERSION } from '../../models/scam/shape.ts';
import { ASSET_HEADER_BYTES } from '../../src/contract/assets.ts';
import type { TextKernel } from '../../src/text/text-kernel.ts';
import { randomWeights } from '../fixtures/scam-weights.ts';
import { concepts } from '../oracle/concepts.ts';
import { features } from '../oracle/features.ts';
import { KINDS, makeKernel, runs, tables } from './runs.ts';
import { text } from './text-strings.ts';

/** In all kinds of script, one inside another, with spaces, signs, digits, stars, pairs outside the BMP and marks. */
const WRITTEN = [
  'pay', 'pays', 'pay now', 'pay now please', 'now*', 'a', 'a b', 'send*', 'send mon*', 'two-factor', 'x 12 y', '100', 'élan', 'straße*',
  'код', 'код подтверждения', 'переве*', 'رمز', 'رمز التحقق', 'कोड', 'कोड भेज*', 'ओटीपी', 'কোড', 'รหัส', 'รหัสผ่าน', 'กดลิงก์', 'qr โค้ด', 'ကုဒ်', 'ကုဒ်ပို့', 'လွှဲ*',
  'コード', '暗証番号', '转', '转账', '验证码', '코드', '인증번호', 'ㅋㅋ*', '🎁 bonus', '𝒃onus', 'kod ng', 'mã xác nhận', 'onay kodu*',
];
const LANGUAGES = 3;
const CONCEPT_COUNT = 128;
const fold = (one: string): string => features([{ text: one, scored: true }]).text;
const folded = WRITTEN.map((written) => formOf(written, fold));

/** Forms of three languages; some stand for several concepts, some are of no language. */
function drawForms(seed: number): readonly Form[] {
  const rng = createRng(seed);
  return Array.from({ length: LANGUAGES }, (_, language) => folded.flatMap((form) => (
    Array.from({ length: rng.below(4) }, () => ({ ...form, language, concept: rng.below(CONCEPT_COUNT) }))))).flat();
}

const MODELS = [1, 2, 3].map((seed) => {
  const forms = drawForms(seed);
  const shape = { buckets: 1, dim: 16, hidden: 4, classes: 3, languages: LANGUAGES, concepts: CONCEPT_COUNT };
  const weights = randomWeights({ ...shape, forms: formTable(forms, 1 << 16) }, seed);
  return { forms, packed: packScam(weights, FEATURE_VERSION, plainTables(tables().subarray(ASSET_HEADER_BYTES))) };
});

/** As people write them, and as those who hide write. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WRITTEN.map((one) => one.replace('*', ''))) },
  { weight: 2, arbitrary: fc.constantFrom('PAY', 'ｐａｙ', 'Send', 'payment', 'kodu', 'รหัส', 'ပို့', 'を', '0', '7', 'の', '転') },
  { weight: 5, arbitrary: fc.constantFrom(' ', ' ', '  ', '-', '. ', '!', '\n', ', ', '؟', '،', '।', '۔', '၊', '・', '😀', '\u200b', '\u0301', '…') },
  { weight: 1, arbitrary: text },
);
const message = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(''));
const surface = fc.record({ text: message, scored: fc.boolean() });

interface Row { readonly concept: number; readonly segment: number; readonly start: number; readonly end: number }

function find(kernel: TextKernel, surfaces: readonly { readonly text: string; readonly scored: boolean }[], language: number): readonly Row[] {
  try {
    kernel.read(surfaces);
    const k = kernel.exports;
    k.features();
    const rows = new Uint32Array(k.memory.buffer, CONCEPTS, k.concepts(language) * 4);
    return Array.from({ length: rows.length / 4 }, (_, i) => {
      const [concept = 0, segment = 0, start = 0, end = 0] = rows.subarray(i * 4);
      return { concept, segment, start, end };
    });
  } finally {
    kernel.wipe();
  }
}

describe.each(KINDS)('the concepts the %s kernel finds', (kind) => {
  const kernel = makeKernel(kind);
  const inForce = (model: number): readonly Form[] => {
    const { forms, packed } = MODELS[model] as (typeof MODELS)[number];
    expect(kernel.loadModel(packed)).toBe(0);
    return forms;
  };

  it('are the oracle\'s, in each language, whatever the surfaces', () => {
    let named = 0;
    fc.assert(fc.property(fc.nat(2), fc.integer({ min: 0, max: LANGUAGES - 1 }), fc.array(surface, { maxLength: 4 }), (model, language, surfaces) => {
      const forms = inForce(model).filter((form) => form.language === language);
      const rows = find(kernel, surfaces, language);
      named += rows.length;
      expect(rows.map(({ concept }) => concept).sort((a, b) => a - b)).toEqual(concepts(features(surfaces).wording, forms));
    }), runs(600));
    expect(named).toBeGreaterThan(1_000);
  });

  it('are none in a language the model does not have', () => {
    inForce(0);
    for (const language of [-1, LANGUAGES, 2 ** 31 - 1]) expect(find(kernel, [{ text: WRITTEN.join(' '), scored: true }], language)).toEqual([]);
  });

  it('stand where they are said to: in order, inside one scored surface', () => {
    fc.assert(fc.property(fc.nat(2), fc.array(surface, { minLength: 1, maxLength: 4 }), (model, surfaces) => {
      inForce(model);
      let last = { segment: 0, start: 0 };
      for (const { segment, start, end } of find(kernel, surfaces, 0)) {
        expect(surfaces[segment]?.scored).toBe(true);
        expect(segment).toBeGreaterThanOrEqual(last.segment);
        expect(start).toBeGreaterThanOrEqual(segment === last.segment ? last.start : 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(surfaces[segment]?.text.length ?? 0);
        last = { segment, start };
      }
    }), runs(300));
  });

  it('are read to the last word of the longest text, and no further', () => {
    const forms = inForce(0).filter(({ language, stream }) => language === 0 && stream === 'رمز');
    const wanted = [...new Set(forms.map(({ concept }) => concept))].sort((a, b) => a - b);
    expect(wanted.length).toBeGreaterThan(0);
    for (const [spaces, found] of [[4_091, wanted], [4_096, []]] as const) {
      const rows = find(kernel, [{ text: `${'-'.repeat(spaces)}رمز`, scored: true }], 0);
      expect(rows.map(({ concept }) => concept).sort((a, b) => a - b)).toEqual(found);
    }
  });
});

it('finds the same rows in both builds', () => {
  const [simd, scalar] = KINDS.map(makeKernel) as [TextKernel, TextKernel];
  for (const kernel of [simd, scalar]) expect(kernel.loadModel((MODELS[1] as (typeof MODELS)[number]).packed)).toBe(0);
  fc.assert(fc.property(fc.array(surface, { maxLength: 3 }), (surfaces) => {
    expect(find(simd, surfaces, 1)).toEqual(find(scalar, surfaces, 1));
  }), runs(300));
});
