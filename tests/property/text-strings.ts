// Texts as people and their enemies write them: all scripts, all normal forms, controls, lone halves of pairs.

import fc from 'fast-check';

const assigned = fc.integer({ min: 0, max: 0x10ffff })
  .map((n) => String.fromCodePoint(n >= 0xd800 && n <= 0xdfff ? 0x41 : n))
  .filter((c) => /^\P{Cn}$/u.test(c));

/** Blocks whose characters join, fold or are dropped, so that they meet each other. */
const BLOCKS: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], [0x20, 0x7e], [0xa0, 0x24f], [0x2b0, 0x36f], [0x370, 0x3ff], [0x400, 0x52f], [0x590, 0x6ff], [0x900, 0x97f],
  [0xe01, 0xe5b], [0xe81, 0xedf], [0xf00, 0xfff], [0x1000, 0x109f], [0x1100, 0x11ff], [0x1780, 0x17ff], [0x1ab0, 0x1aff],
  [0x1e00, 0x1fff], [0x2000, 0x206f], [0x20d0, 0x214f], [0x2460, 0x24ff], [0x3040, 0x30ff], [0x3130, 0x33ff], [0x4e00, 0x4e40],
  [0xac00, 0xac40], [0xfb00, 0xfdff], [0xfe00, 0xfe6f], [0xff00, 0xffef], [0x10400, 0x1044f], [0x11080, 0x110cf],
  [0x11100, 0x1114f], [0x1d15e, 0x1d1ff], [0x1d400, 0x1d7ff], [0x1f1e6, 0x1f64f], [0x1f3fb, 0x1f3ff], [0xe0001, 0xe007f],
];
const fromBlock = fc.oneof(...BLOCKS.map(([min, max]) => fc.integer({ min, max }).map((n) => String.fromCodePoint(n))));

const PIECES = [
  ' ', '  ', '\n', '\t', '\u00a0', '\u200b', '\u200c', '\u200d', '\ufe0f', '\u202e', '\u2066', '\u00ad', '\u0301', '\u0345', '\u3099', '\u309a',
  'か', 'は', 'ｶ', 'ﾞ', 'ﾟ', '\u1100', '\u1161', '\u11a8', '가', '각', 'ß', 'ﬃ', 'ﷺ', 'İ', 'K', 'Ω', '\u0e33', '\u0e4d', 'ကို', '\u102f', '\u1039', '\u103a',
  '\u{110b9}', '\u{110ba}', '\u{1d165}', '\ud83d', '\udc4d', '👍', '🏽', '👨\u200d👩\u200d👧', '🇩', '🇪', '1\ufe0f\u20e3', '\uffff', "'", '’', '_', 'ـ',
];

/** Runs of marks of one letter, longer than any person writes. */
const marks = fc.array(
  fc.constantFrom('\u0301', '\u0e38', '\u0e48', '\u102f', '\u1037', '\u103a', '\u093c', '\u094d', '\u3099', '\u200d', '\u{110b9}', '\u{110ba}'),
  { minLength: 2, maxLength: 44, size: 'max' },
).map((parts) => parts.join(''));

/** Any string, lone surrogates included. Characters that Node's ICU does not know become `x`. */
export const text: fc.Arbitrary<string> = fc.array(
  fc.oneof(
    { arbitrary: fromBlock, weight: 8 }, { arbitrary: fc.constantFrom(...PIECES), weight: 8 }, { arbitrary: assigned, weight: 2 },
    { arbitrary: fc.stringMatching(/^[ -~]{0,20}$/), weight: 4 }, { arbitrary: marks, weight: 1 },
  ),
  { maxLength: 40, size: 'large' },
).map((parts) => parts.join('').replace(/(?!\uffff)\p{Cn}/gu, 'x'));

/** A string without lone surrogates. */
export const wellFormed: fc.Arbitrary<string> = text.map((s) => s.replace(/\p{Surrogate}/gu, 'x').replaceAll('\uffff', 'y'));

/** The same with at most 30 marks in a row (UAX #15 D3), as every text has that was not made to be hostile. */
export const streamSafe: fc.Arbitrary<string> = wellFormed.map((s) => s.replace(/(?:[\p{M}\p{Default_Ignorable_Code_Point}\u0640]{8})+/gu, (m) => [...m].slice(0, 8).join('')));
