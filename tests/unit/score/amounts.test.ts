import { describe, expect, it } from 'vitest';
import { createFeatureKernel } from '../../../models/build/kernel.ts';

const kernel = createFeatureKernel();

describe('amounts and joined words', () => {
  it.each([['Rp50rb', ' rp00rb '], ['N15k', ' n00k '], ['KTP+KK', ' ktp+kk '], ['salary+commission', ' salary+commission ']])('are no disguised letters: %s', (text, read) => {
    expect(kernel.fold(text)).toBe(read);
  });

  it.each([['b00k', ' book '], ['tr4nsact10n', ' transaction '], ['p4ym3nt', ' payment ']])('but disguised words still are: %s', (text, read) => {
    expect(kernel.fold(text)).toBe(read);
  });
});
