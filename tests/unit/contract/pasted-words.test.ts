import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, pastedWords } from '../../../src/contract/pasted-words.ts';
import { runs } from '../../property/runs.ts';

const one = (line: string): readonly [string, ...string[]] | string => {
  const [word, ...more] = pastedWords(line, false);
  if (word === undefined || more.length > 0) return `${more.length}`;
  return word.bare ? 'bare' : [word.text, ...word.trimmed];
};

describe('a pasted line', () => {
  it.each([
    ['banjo', 'banjo'], ['  cold soup ', 'cold soup'],
    ['- banjo', 'banjo', 'bullet'], ['* banjo', 'banjo', 'bullet'], ['• banjo', 'banjo', 'bullet'], ['•banjo', 'banjo', 'bullet'],
    ['– banjo', 'banjo', 'bullet'], ['12. banjo', 'banjo', 'bullet'], ['3) banjo', 'banjo', 'bullet'], ['7\tbanjo', 'banjo', 'bullet'],
    ['"banjo"', 'banjo', 'quotes'], ['“banjo”', 'banjo', 'quotes'], ['„banjo“', 'banjo', 'quotes'], ['«banjo»', 'banjo', 'quotes'], ['« banjo »', 'banjo', 'quotes'], ['「banjo」', 'banjo', 'quotes'],
    ['banjo!', 'banjo', 'punctuation'], ['banjo;', 'banjo', 'punctuation'], ['banjo ?!', 'banjo', 'punctuation'], ['¡banjo!', 'banjo', 'punctuation'],
    ['バンジョー。', 'バンジョー', 'punctuation'], ['بانجو؟', 'بانجو', 'punctuation'], ['ဘင်ဂျို။', 'ဘင်ဂျို', 'punctuation'],
    ['banjo\tan instrument', 'banjo', 'column'], ['\tbanjo', 'banjo'],
    ['- “banjo!”,', 'banjo', 'bullet', 'punctuation', 'quotes'],
    ['"banjo!"', 'banjo!', 'quotes'], ['"say ""banjo"""', 'say "banjo"', 'quotes'], ['":)"', ':)', 'quotes'],
  ])('%j is %s %s %s', (line, ...expected) => {
    expect(one(line)).toEqual(expected.filter((part) => part !== undefined));
  });

  it.each([
    '-ing', '*nix', '3.5', '1.', 'D:', 'C++', 'f**k', '#tuba', '@name', "rock 'n' roll", '6" nail', '<3', '$$$', '‼️', '‼', '🍎', '"a" and "b"', 'a-b', '50 %', 'ban.jo', '2 fast',
  ])('%s stays as it is', (line) => {
    expect(one(line)).toEqual([line]);
  });

  it.each(['-', '•', '---', '=====', '~~~~', '***', '...', '.', ':)', '!!!', '""', '« »', '။'])('%s is only punctuation', (line) => {
    expect(one(line)).toBe('bare');
  });

  it('without anything is no word', () => {
    expect(pastedWords(' \t ', false)).toEqual([]);
    expect(pastedWords(' ,; ', true)).toEqual([]);
  });
});

it('parts at commas and semicolons, but not those in quotes', () => {
  const texts = (line: string): readonly string[] => pastedWords(line, true).map(({ text }) => text);
  expect(texts('banjo!, "well, well"; «да, да», tuba.')).toEqual(['banjo', 'well, well', 'да, да', 'tuba']);
  expect(texts('- banjo, lute\tstrings, wood')).toEqual(['banjo', 'lute']);
  expect(texts('6" nail, 5" nail, "open, end')).toEqual(['6" nail', '5" nail', '"open', 'end']);
  expect(pastedWords('- banjo, lute!', true).map(({ trimmed }) => trimmed)).toEqual([['bullet'], ['punctuation']]);
});

it('a word written as a line comes back as it was', () => {
  const sign = fc.constantFrom(...'ab -*•."“”«»!?;,:)1\t\n¡#…'.split(''));
  fc.assert(fc.property(fc.oneof(fc.string({ unit: sign, minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 })), (word) => {
    const expected = word.replace(/[\t\n\r\u2028\u2029]+/gu, ' ').trim();
    expect(pastedWords(lineOf(word), false).map(({ text, bare }) => (bare ? undefined : text))).toEqual(expected === '' ? [] : [expected]);
  }), runs(2_000));
});

it('takes time in proportion to the line', () => {
  // Patterns that open again and again; a quadratic one would need 10^10 steps here and never end.
  for (const sign of ['"', '“', '«a', '"a,', '.', '. ', '1 ', '1) ', '- ', '\t', '¡', '""', ' ']) {
    const line = sign.repeat(200_000);
    expect(pastedWords(`x${line}x`, true).length + pastedWords(line, false).length).toBeGreaterThanOrEqual(1);
  }
});
