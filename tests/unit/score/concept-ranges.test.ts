import { afterEach, describe, expect, it } from 'vitest';
import { CONCEPTS } from '../../../build/regions.gen.ts';
import { createFeatureKernel, tablesPayload } from '../../../models/build/kernel.ts';
import { packScam } from '../../../models/build/pack.ts';
import { formTable } from '../../../models/scam/concept-table.ts';
import { FEATURE_VERSION } from '../../../models/scam/shape.ts';
import { randomWeights } from '../../fixtures/scam-weights.ts';
import { KINDS, makeKernel } from '../../property/runs.ts';

const { fold } = createFeatureKernel();
const FORMS = [
  { concept: 1, stream: 'gift card', open: true }, { concept: 2, stream: 'code', open: false }, { concept: 3, stream: '000', open: false },
  { concept: 4, stream: 'รหัส', open: true }, { concept: 5, stream: 'ငွေ', open: true }, { concept: 6, stream: 'ﬁne'.normalize('NFKC'), open: false },
];
const packed = packScam(randomWeights({
  buckets: 1, dim: 16, hidden: 4, classes: 3, languages: 1, concepts: 7, forms: formTable(FORMS.map((form) => ({ ...form, stream: fold(form.stream).trim(), language: 0 })), 1 << 12),
}, 1), FEATURE_VERSION, tablesPayload());

describe.each(KINDS)('ranges of concepts, %s', (kind) => {
  const kernel = makeKernel(kind);
  kernel.loadModel(packed);
  kernel.setWords([{ text: 'ငွေလွှဲ', entry: 0 }]);
  afterEach(() => { kernel.wipe(); });

  /** What each concept's range cuts out of its surface; surfaces that begin with ~ are not scored. */
  function cut(...texts: readonly string[]): readonly (readonly [concept: number, surface: number, text: string])[] {
    kernel.read(texts.map((text) => ({ text, scored: !text.startsWith('~') })));
    kernel.match();
    const k = kernel.exports;
    k.features();
    const rows = new Uint32Array(k.memory.buffer, CONCEPTS, k.concepts(0) * 4);
    return Array.from({ length: rows.length / 4 }, (_, i) => {
      const [concept = 0, segment = 0, start = 0, end = 0] = rows.subarray(i * 4);
      return [concept, segment, texts[segment]?.slice(start, end) ?? ''];
    });
  }

  it.each<readonly [string, readonly string[], readonly (readonly [number, number, string])[]]>([
    ['plain', ['send the code now'], [[2, 0, 'code']]],
    ['the first of two', ['a code, then another code'], [[2, 0, 'code']]],
    ['a star\'s stem', ['two GIFT cards'], [[1, 0, 'GIFT card']]],
    ['signs between the words', ['gift — … card'], [[1, 0, 'gift — … card']]],
    ['pairs outside the BMP, before and inside', ['😀😀 𝗰𝗼𝗱𝗲 ok'], [[2, 0, '𝗰𝗼𝗱𝗲']]],
    ['pictures before, which are pairs', ['👍🏽 code'], [[2, 0, 'code']]],
    ['letters with nothing to see between', ['c\u200bo\u200bd\u200be!'], [[2, 0, 'c\u200bo\u200bd\u200be']]],
    ['marks that are dropped', ['a ｃｏｄｅ\ufe0f of mine'], [[2, 0, 'ｃｏｄｅ\ufe0f']]],
    ['one character that folds to two', ['a ﬁne letter'], [[6, 0, 'ﬁne']]],
    ['digits of any script', ['is 482 or'], [[3, 0, '482']]],
    ['digits of Burmese', ['is ၄၈၂ or'], [[3, 0, '၄၈၂']]],
    ['Thai, inside a run', ['ส่งรหัสมา'], [[4, 0, 'รหัส']]],
    ['Burmese, which is searched in two readings', ['မင်္ဂလာပါ ငွေလွှဲ ပါ'], [[5, 0, 'ငွေ']]],
    ['Zawgyi before it', ['ေငြ လႊဲ code'], [[2, 0, 'code']]],
    ['white space before it', ['  \n\n\t code'], [[2, 0, 'code']]],
    ['the second surface', ['nothing here', 'the code'], [[2, 1, 'code']]],
    ['behind one that is not scored', ['a code'.replace('code', 'word'), '~ a code', '', 'a code'], [[2, 3, 'code']]],
    ['words of two surfaces, of which the first part counts', ['buy a gift', 'card code'], [[1, 0, 'gift'], [2, 1, 'code']]],
  ])('point to %s', (_, texts, wanted) => {
    expect(cut(...texts)).toEqual(wanted);
  });

  it('are those of words, not of parts of words', () => {
    expect(cut('decode codes encoded, 0000 10000 and a coder')).toEqual([]);
  });
});
