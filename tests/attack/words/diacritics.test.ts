import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
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
