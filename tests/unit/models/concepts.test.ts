import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { conceptNames, conceptTags, lintConcepts, readConcepts } from '../../../models/scam/concept-files.ts';
import { createFeatureKernel, readBuilt } from '../../../models/build/kernel.ts';
import { packedModel } from '../../../models/scam/asset-json.ts';
import { LANGUAGES } from '../../../models/scam/shape.ts';
import { CORPUS_LANGUAGES } from '../../../models/scam/corpus-languages.ts';

const NO_WORDS = ['112', '730', '100%', '5000', '12:30', '24/7', '+95 9 123 456', '၁၀၀%', '۱۰۰٪', '१००', '😂😂', '🎉', '3 4 5 6 7', '$500', '€40', '0800 123456', '481220'];

const home = mkdtempSync(join(tmpdir(), 'concepts-'));
afterAll(() => { rmSync(home, { recursive: true }); });

describe('the concepts', () => {
  it('are in every language of the corpus', () => {
    expect(conceptTags()).toEqual(CORPUS_LANGUAGES.map(({ tag }) => tag).sort());
    expect(new Set(conceptNames()).size).toBe(conceptNames().length);
    expect(conceptNames().length).toBeGreaterThan(100);
  });

  it.each(conceptTags())('of %s have no fault, and forms for nearly all', (lang) => {
    expect(lintConcepts(lang)).toEqual([]);
    expect(readConcepts(lang).filter(({ forms }) => forms.length >= 3).length).toBeGreaterThan(conceptNames().length * 0.95);
  });

  it('are named by no number and no picture', () => {
    const kernel = createFeatureKernel();
    expect(kernel.load(packedModel(readBuilt('scam.bin')))).toBe(0);
    const named = LANGUAGES.flatMap((lang, language) => NO_WORDS.flatMap((text) => {
      kernel.extract(text);
      return kernel.concepts(language).map((concept) => `${lang} ${text}: ${conceptNames()[concept]}`);
    }));
    expect(named).toEqual([]);
  });

  it('are refused out of order, twice, in capitals, as sentences, and without a letter', () => {
    const folder = pathToFileURL(`${home}/`);
    writeFileSync(join(home, 'README.md'), '| pay | pay, settle |\n| code | one-time code |\n');
    writeFileSync(join(home, 'xx.txt'), 'code: otp, otp, 100%, Pin, one two three four five six seven, a*b\npay: pay*\n');
    expect(lintConcepts('xx', folder).map(({ line, fault }) => `${line} ${fault}`)).toEqual([
      '1 has not the 2 concepts of README.md in their order', '1 code has a form twice', '1 "100%" has no letter: every number and every picture would name it', '1 "Pin" is not in lower case and NFC',
      '1 "one two three four five six seven" has more than 6 words', '1 "a*b" has a star inside',
    ]);
  });
});
