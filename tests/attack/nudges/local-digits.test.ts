import { expect, it } from 'vitest';
import { nudgesIn } from '../../fixtures/nudges.ts';

const ZEROS = { 'Arabic-Indic': 0x660, Persian: 0x6f0, Devanagari: 0x966, Myanmar: 0x1040 };
const written = (text: string, zero: number): string => text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));

it.each(Object.entries(ZEROS))('%s digits are read as digits', (_, zero) => {
  expect(nudgesIn(written('09 420 123 456', zero))).toEqual(['phone']);
  expect(nudgesIn(`i live at ${written('22', zero)} oakfield road`)).toEqual(['address']);
  expect(nudgesIn(written('17:30', zero))).toEqual([]);
});
