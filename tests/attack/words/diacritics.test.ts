import { describe, expect, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { finderOf } from '../../fixtures/disguises/finder.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { precomposed, stroked } from '../../fixtures/disguises/marks.ts';

describe('letters with diacritics', () => {
  it('are read as the plain letters of a listed word', () => {
    expectCaught(drawing(precomposed), 1);
  });

  it('too where Unicode does not take them apart: strokes, hooks, tails', () => {
    expectCaught(drawing(stroked), 0.97);
  });

  it('tell apart words that are listed with them', () => {
    expectLeftAlone(['göt', 'résumé', 'exposé', 'rosé', 'maté'], ['I got it', 'we resume at ten', 'they expose it', 'a rose', 'my mate']);
    expectHits(['göt', 'exposé', 'öl'], { 'ein göt!': 'göt', 'the EXPOSÉ of it': 'EXPOSÉ', 'Öl ist teuer': 'Öl' });
  });

  it('do not end a word', () => {
    expectLeftAlone(['caf', 'ma', 'fort', 'ana', 'ber'], ['ein Café', 'mañana', 'fortæller', 'überall', 'forêt']);
  });
});

describe('accents as the person says', () => {
  const found = (text: string, accents: 'exact' | 'fold' | 'auto', texts: readonly string[]): readonly string[] => {
    const find = finderOf([{ text, accents }]);
    return texts.filter((one) => find(`so ${one} then`).length > 0);
  };
  // `auto` lets a word with accents find its plain spelling, unless that is an everyday word, as "expose" is.
  const CAFES = ['café', 'CAFÉ', 'cafe\u0301', 'cafè', 'cáfe', 'cafe', 'CAFE'];
  const EXPOSES = ['exposé', 'expòse', 'expose', 'EXPOSE'];

  it('exact: a word with accents finds any accent, wherever it stands, and never the plain spelling', () => {
    expect(found('café', 'exact', CAFES)).toEqual(['café', 'CAFÉ', 'cafe\u0301', 'cafè', 'cáfe']);
    expect(found('exposé', 'exact', EXPOSES)).toEqual(['exposé', 'expòse']);
    expect(found('río', 'exact', ['río', 'rïo', 'riõ', 'rio', 'RIO'])).toEqual(['río', 'rïo', 'riõ']);
  });

  it('exact: a word without accents finds both', () => {
    expect(found('cafe', 'exact', CAFES)).toEqual(CAFES);
    expect(found('expose', 'exact', EXPOSES)).toEqual(EXPOSES);
  });

  it('exact: holds for disguises of the word', () => {
    expect(found('café', 'exact', ['c.a.f.é', 'c.à.f.e', 'caffffé', 'c4fé', 'c.a.f.e', 'caffffe', 'c4fe'])).toEqual(['c.a.f.é', 'c.à.f.e', 'caffffé', 'c4fé']);
  });

  it('fold and auto: it makes no difference, but where auto would hide an everyday word', () => {
    for (const accents of ['fold', 'auto'] as const) expect(found('café', accents, CAFES), accents).toEqual(CAFES);
    expect(found('exposé', 'fold', EXPOSES)).toEqual(EXPOSES);
    expect(found('exposé', 'auto', EXPOSES)).toEqual(['exposé', 'expòse']);
  });
});
