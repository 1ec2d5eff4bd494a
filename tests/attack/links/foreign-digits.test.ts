import { describe, expect, it } from 'vitest';
import { linksOf } from '../../fixtures/links/verdict.ts';

describe('a telephone number in digits of other scripts', () => {
  it.each(['٠١٠٠ ١٢٣ ٤٥٦٧', '۰۹۱۲ ۳۴۵ ۶۷۸۹', '०९८७६ ५४३२१', '၀၉ ၂၁၂ ၃၄၅၆', '０９０－１２３４－５６７８', '০১৭১২-৩৪৫৬৭৮'])('is inert in a request, with the table or without: %s', (text) => {
    for (const table of [false, true]) {
      expect(linksOf(`look ${text} now`, { from: 'stranger', table })).toEqual([expect.objectContaining({ start: 5, end: 5 + text.length, inert: true })]);
    }
  });
});
