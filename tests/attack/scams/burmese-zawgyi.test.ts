import { describe, expect, it } from 'vitest';
import { createFeatureKernel, readBuilt } from '../../../models/build/kernel.ts';
import { packedModel } from '../../../models/scam/asset-json.ts';
import { conceptNames, readConcepts } from '../../../models/scam/concept-files.ts';
import { LANGUAGES } from '../../../models/scam/shape.ts';
import { toZawgyi } from '../../../models/scam/zawgyi.ts';

const kernel = createFeatureKernel();
kernel.load(packedModel(readBuilt('scam.bin')));
const BURMESE = LANGUAGES.indexOf('my');

describe('Burmese written for Zawgyi fonts', () => {
  it('names the concepts that it names in Unicode', () => {
    const names = conceptNames();
    const missed = readConcepts('my').flatMap(({ concept, forms }) => forms.filter((form) => {
      kernel.extract(toZawgyi(form.replace('*', '')));
      return !kernel.concepts(BURMESE).includes(names.indexOf(concept));
    }).map((form) => `${concept} ${form}`));
    expect(missed).toEqual([]);
  });
});
