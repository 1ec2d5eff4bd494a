import { describe, it } from 'vitest';
import { expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';

/** Letters of living alphabets that Unicode leaves whole: strokes, hooks, ligatures. */
describe('letters that Unicode does not take apart', () => {
  it('are found as people type them who have no such key', () => {
    expectHits(['lodz', 'orsted', 'coeur', 'duong', 'aeble', 'hausa bari', 'guldsolv'], {
      'do Łódź jadę': 'Łódź', ŁÓDŹ: 'ŁÓDŹ', 'Ørsted er': 'Ørsted', 'mon cœur': 'cœur', 'CŒUR !': 'CŒUR', 'con đường': 'đường', 'et æble': 'æble', 'hausa ɓari': 'hausa ɓari', 'guldsølv': 'guldsølv',
    });
  });

  it('are found in what was typed without them', () => {
    expectHits(['Łódź', 'Ørsted', 'cœur', 'đường'], { 'do Lodz': 'Lodz', 'LODZ': 'LODZ', 'orsted er': 'orsted', 'mon coeur': 'coeur', 'con duong': 'duong', 'c.o.e.u.r': 'c.o.e.u.r', 'l0dz': 'l0dz' });
  });

  it('are accents: an everyday word is itself, and who wants them exact gets them', () => {
    expectLeftAlone(['bøss', 'rød', { text: 'Łódź', accents: 'exact' }], ['my boss', 'a rod', 'do Lodz']);
    expectHits([{ text: 'bøss', accents: 'fold' }, { text: 'Łódź', accents: 'exact' }], { 'my boss': 'boss', 'do łódz': 'łódz', 'do Lódz': 'Lódz' });
  });

  it('do not end a word, nor does half of one', () => {
    expectLeftAlone(['coe', 'fort', 'ma', 'e'], ['cœur', 'fortæller', 'mær', 'æ']);
  });

  it('are the disguises they were', () => {
    expectHits(['marzipan', 'badger'], { 'M₳ⱤⱫł₱₳₦': 'M₳ⱤⱫł₱₳₦', 'bađger': 'bađger', 'bɑđg3r': 'bɑđg3r' });
  });

  it('are not all: to look at a þ is a p', () => {
    expectHits(['plum', 'þing'], { 'a þlum': 'þlum', 'a þing': 'þing' });
    expectLeftAlone(['thing'], ['a þing']);
  });
});
