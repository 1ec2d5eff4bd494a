import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('syllables of scripts without spaces', () => {
  it.each([
    ['a Thai vowel before', 'กา', 'เกา แกา'], ['a Thai vowel behind', 'ก', 'กะ กา กำ กิ'], ['a silenced Thai letter', 'ศุก', 'ศุกร์'], ['a silenced Thai letter with a vowel', 'สิท', 'สิทธิ์'],
    ['a Lao vowel before', 'ລາ', 'ເລາ'], ['a Lao vowel behind', 'ກ', 'ກະ ກາ ກິ'], ['a subscript of Khmer', 'ក', 'ក្ក ខ្ក កា'], ['a silenced Khmer letter', 'ប្រយោជ', 'ប្រយោជន៍'],
  ])('%s: %s is no word of %s', (_, term, text) => {
    expect(finderOf([term])(text)).toEqual([]);
  });

  it.each([['กา', 'มากา', 2], ['ศุกร์', 'วันศุกร์นี้', 3], ['ລາ', 'ມາລາດີ', 2], ['ខ្មែរ', 'ភាសាខ្មែរល្អ', 4], ['字', '漢字', 1], ['バス', 'バスで', 0]])('%s is one in %s', (term, text, start) => {
    expect(finderOf([term])(text)).toEqual([{ start, end: start + term.length, term }]);
  });
});
