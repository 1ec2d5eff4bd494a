import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createFeatureKernel, tablesPayload } from '../../../models/build/kernel.ts';
import { packScam } from '../../../models/build/pack.ts';
import { readCorpus } from '../../../models/scam/corpus-files.ts';
import { conceptNames, conceptTags, readConcepts } from '../../../models/scam/concept-files.ts';
import { conceptForms, formOf, formTable, SLOTS, type Form } from '../../../models/scam/concept-table.ts';
import { FEATURE_VERSION, LANGUAGES, languageOf, tagsOf } from '../../../models/scam/shape.ts';
import { randomWeights } from '../../fixtures/scam-weights.ts';
import { concepts } from '../../oracle/concepts.ts';
import { features } from '../../oracle/features.ts';

const kernel = createFeatureKernel();
const forms = conceptForms(kernel.fold);
const table = formTable(forms);
const shape = { buckets: 1, dim: 16, hidden: 4, classes: 3, languages: LANGUAGES.length, concepts: conceptNames().length };
kernel.load(packScam(randomWeights({ ...shape, forms: table }, 1), FEATURE_VERSION, tablesPayload()));

const digest = ({ prints, owners, prefixes }: typeof table): string => {
  const hash = createHash('sha256');
  for (const block of [prints, owners, prefixes]) hash.update(new Uint8Array(block.buffer));
  return hash.digest('hex');
};

describe('the table of concepts', () => {
  it('has every language of the folder under one of the model\'s', () => {
    expect(LANGUAGES.flatMap(tagsOf).sort()).toEqual(conceptTags());
    expect(['pt-BR', 'zh-Hant', 'zh-Hans', 'en', 'xx'].map(languageOf)).toEqual(['pt', 'zh', 'zh', 'en', 'und']);
    expect(new Set(forms.map(({ language }) => language)).size).toBe(LANGUAGES.length - 1);
  });

  it('is made to the same bytes each time, not over half full', () => {
    expect(digest(formTable(conceptForms(kernel.fold)))).toBe(digest(table));
    expect(table.prints.filter((print) => print !== 0).length).toBeLessThan(SLOTS / 2);
  });

  it('has no form that stands in addresses only, which name nothing', () => {
    const isNever = (form: string): boolean => /\p{L}/u.test(kernel.fold(form)) && !/\p{L}/u.test(kernel.wording(form));
    expect(conceptTags().flatMap((tag) => readConcepts(tag).flatMap(({ forms: written }) => written.filter(isNever)))).toEqual([]);
  });

  it('lets the kernel find each form where it stands alone', () => {
    const missed = forms.filter(({ stream, language, concept }) => {
      // Every digit is 0 there; one that stands for a letter is not.
      kernel.extract(stream.replaceAll('0', '2'));
      return !kernel.concepts(language).includes(concept);
    });
    expect(missed).toEqual([]);
  });

  it.each(conceptTags())('finds in texts of %s what the oracle finds, and hardly a thing more by chance', (tag) => {
    const language = LANGUAGES.indexOf(languageOf(tag));
    const own = forms.filter((form) => form.language === language);
    const texts = readCorpus(tag).texts.filter((_, i) => i % 40 === 0).map(({ text }) => text);
    let named = 0;
    let more = 0;
    for (const text of texts) {
      const wanted = concepts(features([{ text, scored: true }]).wording, own);
      kernel.extract(text);
      const found = kernel.concepts(language);
      expect(wanted.filter((concept) => !found.includes(concept))).toEqual([]);
      named += wanted.length;
      more += found.length - wanted.length;
    }
    expect(named).toBeGreaterThan(texts.length);
    expect(more).toBeLessThanOrEqual(1);
  });

  it('is not made of forms that stand for nearly every word, or that are too long for the kernel', () => {
    expect(() => formOf('a*', kernel.fold)).toThrow(RangeError);
    expect(() => formOf('я*', kernel.fold)).toThrow(RangeError);
    expect(() => formOf('xy'.repeat(33), kernel.fold)).toThrow(RangeError);
    expect([formOf('ab*', kernel.fold), formOf('Ab, c', kernel.fold), formOf('転', kernel.fold)]).toEqual([
      { stream: 'ab', open: true }, { stream: 'ab c', open: false }, { stream: '転', open: true },
    ]);
  });

  it('is not made of more forms than the kernel finds again', () => {
    const many = (count: number): readonly Form[] => Array.from({ length: count }, (_, i) => ({ language: 0, concept: 0, stream: `word${i}`, open: false }));
    expect(formTable(many(60), 128).prints.filter((print) => print !== 0).length).toBe(60);
    expect(() => formTable(many(200), 128)).toThrow(RangeError);
  });
});
