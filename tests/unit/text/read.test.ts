import { describe, expect, it } from 'vitest';
import { FOLDED, INPUT, INPUT_UNITS, ORIGIN, SEGMENTS, SYMBOLS, TABLES } from '../../../build/regions.gen.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import { normalise } from '../../oracle/normalise.ts';
import { foldWith, KINDS, makeKernel } from '../../property/runs.ts';

describe.each(KINDS)('reading with the %s kernel', (kind) => {
  const kernel = makeKernel(kind);
  const fold = (...texts: readonly string[]): string => foldWith(kernel, ...texts).text;

  it('reads nothing as nothing', () => {
    expect(fold()).toBe('');
    expect(fold('')).toBe('\uffff');
    expect(fold('', 'a', '')).toBe('\uffffa\uffff\uffff');
  });

  it.each([
    ['case, full', 'Straße ΣΑΣ Ǆ', 'strasse σασ dz'],
    ['Turkish i as every other', 'Iİıi', 'iiii'],
    ['full width', 'Ｂａｄ　１', 'bad 1'],
    ['maths, enclosed, superscript', '𝓑𝕒𝖉 Ⓑ ²', 'bad b 2'],
    ['ligatures', 'ﬃ ﷼', 'ffi ريال'],
    ['accents and stacked marks', 'b\u0301\u0323\u036fád', 'bad'],
    ['Arabic marks and tatweel', 'مُحَـــمَّد', 'محمد'],
    ['Hebrew points', 'שָׁלוֹם', 'שלומ'],
    ['zero width, bidi, selectors, tags', 'b\u200ba\u202ed\ufe0f\u{e0041}', 'bad'],
    ['white space', 'a \n\t\u00a0\u3000b', 'a b'],
    ['kana, half and full width, composed', 'ｶﾞ か\u3099 ハ\u309a', 'ガ ガ パ'],
    ['hiragana as katakana, small ones small', 'ひらがなっゞ', 'ヒラガナッヾ'],
    ['wave dashes as the prolonged sound mark', 'すご〜い ｽｺﾞｰｲ すご～い', 'スゴーイ スゴーイ スゴーイ'],
    ['Arabic and Persian spellings of a letter', 'أإآٱا كک يیى هہة', 'ااااا كك ييي ههه'],
    ['Hebrew final forms', 'ךםןףץ', 'כמנפצ'],
    ['Persian digits as Arabic ones, and no others', '٤۴४𝟜４', '٤٤४44'],
    ['skin tones', '👍🏽🏿 👩🏽\u200d💻', '👍 👩\u200d💻'],
    ['joiners that join no emoji', '👍\u200da क\u094d\u200d👍', '👍a क\u094d👍'],
    ['a keycap, and the sign over a letter', '1\ufe0f\u20e3#\u20e3a\u20e3', '1\u20e3#\u20e3a'],
    ['tags of a flag, and others', '🏴\u{e0067}\u{e007f}👍\u{e0067}', '🏴\u{e0067}\u{e007f}👍'],
    ['Burmese stacks and kinzi to signs', 'ဒ္ဒိ အင်္ဂ', 'ဒ\u102d\ufde2 အဂ\ufdef'],
    ['Burmese spellings of a letter', 'ဝ၀ ပါ ဉ ဩ', 'ဝဝ ပာ ဥ သြ'],
    ['Hangul from jamo', '\u1112\u1161\u11ab ㅎㅏㄴ', '한 하\u1102'],
    ['Burmese mark order', 'က\u102f\u102d', 'က\u102d\u102f'],
    ['what stays', 'कि กำ 漢字 👍🏽', 'कि ก\u0e4dา 漢字 👍'],
    ['the mark between surfaces', 'a\uffffb', 'a\ufffdb'],
  ])('folds %s', (_, input, folded) => {
    expect(fold(input)).toBe(`${folded}\uffff`);
  });

  it('reads lone surrogates as U+FFFD and says so', () => {
    for (const [text, illFormed] of [['a\ud83d', true], ['\udc4da', true], ['\udc4d\ud83d', true], ['👍', false]] as const) {
      expect(kernel.read([{ text, scored: true }]).illFormed).toBe(illFormed);
      kernel.wipe();
    }
    // Half an emoji behind a joiner is none.
    expect(fold('👧\u200d\ud83d가')).toBe('👧\ufffd가\uffff');
    // Halves in two surfaces are no pair.
    expect(fold('\ud83d', '\udc4d')).toBe('\ufffd\uffff\ufffd\uffff');
  });

  it.each([
    ['with room for both readings', 0],
    ['with room for one of them', 40_000],
  ])('leaves the text as it was read after the matcher has read part of it as Zawgyi, %s', (_, units) => {
    const own = makeKernel(kind);
    own.setWords([{ text: 'ရေခဲ', entry: 0 }]);
    const before = own.exports.memory.buffer.slice(0);
    const { units: folded } = own.read([
      { text: 'ေရခဲ ရေခဲ', scored: false }, { text: 'Meet ME there', scored: true }, { text: 'x'.repeat(units), scored: false }, { text: 'ေရခဲ x', scored: false },
    ]);
    const regions = (): Buffer => {
      const { memory } = own.exports;
      return Buffer.concat([FOLDED, ORIGIN, SYMBOLS].map((value, index) => (
        Buffer.from(memory.buffer.slice(value, value + folded * (index < 2 ? 2 : 1))))));
    };
    const read = regions();
    expect(own.match().hits.map(({ surface, start, end }) => [surface, start, end])).toEqual([[0, 0, 4], [0, 5, 9], [3, 0, 4]]);
    expect(regions().equals(read)).toBe(true);
    expect(own.exports.capitals()).toBe(3);
    own.wipe();
    expect(Buffer.from(own.exports.memory.buffer).equals(Buffer.from(before))).toBe(true);
  });

  it('counts upper-case letters of scored surfaces only', () => {
    kernel.read([{ text: 'ABc ДÉ', scored: true }, { text: 'XXXXXXXXXXXX', scored: false }]);
    expect(kernel.exports.capitals()).toBe(4);
    kernel.wipe();
    expect(kernel.exports.capitals()).toBe(0);
  });

  it('reads as many units as the limit says and names the rest', () => {
    const full = 'aB '.repeat(30_000).slice(0, LIMITS.messageUnits);
    const report = kernel.read([{ text: full, scored: true }]);
    kernel.wipe();
    expect(report).toEqual({ units: LIMITS.messageUnits + 1, cut: false, illFormed: false });
    expect(foldWith(kernel, full).text).toBe(`${normalise(full).text}\uffff`);
    const over = kernel.read([{ text: full, scored: true }, { text: 'x', scored: true }]);
    kernel.wipe();
    expect(over.cut).toBe(true);
    const million = kernel.read([{ text: '👍'.repeat(500_001), scored: true }]);
    kernel.wipe();
    expect(million).toEqual({ units: LIMITS.messageUnits + 1, cut: true, illFormed: false });
  });

  it('takes the kernel’s own 65,535 units', () => {
    const { memory } = kernel.exports;
    new Uint16Array(memory.buffer, INPUT, INPUT_UNITS).fill(0x41);
    new Uint32Array(memory.buffer, SEGMENTS, 2).set([INPUT_UNITS, 0]);
    expect(kernel.exports.normalise(1)).toBe(65_536);
    new Uint32Array(memory.buffer, SEGMENTS, 2).set([INPUT_UNITS + 1, 0]);
    expect(kernel.exports.normalise(1)).toBe(0);
    kernel.wipe();
    expect(new Uint16Array(memory.buffer, INPUT, INPUT_UNITS).every((unit) => unit === 0)).toBe(true);
  });

  it('cuts text that folds to more than it holds, and says so', () => {
    // One unit each, eighteen when folded.
    const text = 'ﷺ'.repeat(20_000);
    const report = kernel.read([{ text, scored: true }, { text: 'abc', scored: true }]);
    kernel.wipe();
    expect(report.cut).toBe(true);
    expect(report.units).toBeLessThanOrEqual(131_072);
    expect(report.units).toBeGreaterThan(130_000);
  });

  it('reads at most 256 surfaces', () => {
    const surfaces = Array.from({ length: 300 }, () => ({ text: 'a', scored: false }));
    expect(kernel.read(surfaces)).toEqual({ units: 512, cut: true, illFormed: false });
    kernel.wipe();
  });

  it('copies and normalises once for any number of readers', () => {
    kernel.setWords([{ text: 'bad', entry: 7 }]);
    const [copies, normalisations] = [kernel.counts.textCopies, kernel.counts.normalise];
    kernel.read([{ text: 'bad', scored: true }]);
    for (let i = 0; i < 3; i++) expect(kernel.match().hits).toHaveLength(1);
    kernel.wipe();
    expect([kernel.counts.textCopies - copies, kernel.counts.normalise - normalisations]).toEqual([1, 1]);
  });

  it('leaves nothing of a text behind', () => {
    kernel.setWords([{ text: 'zebra', entry: 1 }]);
    const before = new Uint8Array(kernel.exports.memory.buffer.slice(INPUT, TABLES));
    for (const text of ['Zebra quagga zebra ＺＥＢＲＡ ﷺ', 'x'.repeat(3001)]) {
      kernel.read([{ text, scored: true }, { text: 'zebra', scored: false }]);
      kernel.match();
      (kernel.exports as unknown as { features(): number }).features();
      kernel.wipe();
      const after = new Uint8Array(kernel.exports.memory.buffer.slice(INPUT, TABLES));
      expect(Buffer.from(after).equals(Buffer.from(before))).toBe(true);
    }
    expect(kernel.match().hits).toEqual([]);
  });
});
