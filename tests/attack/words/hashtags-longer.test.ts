import { describe, it } from 'vitest';
import { expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';

describe('tags that begin with a listed one', () => {
  it('are other tags', () => {
    expectLeftAlone(['#tuba'], ['#tuba_day', '#tuba_2024', '#tuba__day', '#tuba2024', '#tubas', '#TubaDay', '#tub4_day', '#tuba_\u0434']);
  });

  it('are the tag where nothing of a tag follows', () => {
    expectHits(['#tuba'], { 'a #tuba, then': '#tuba', '_#tuba_': '#tuba', '#tuba-day': '#tuba', '#tub4': '#tub4', '#tuba_.': '#tuba' });
  });

  it('are found by who lists the word, or the beginning', () => {
    expectHits(['tuba', { text: '#tuba', match: 'prefix' }], { '#tuba_day': 'tuba', '#TubaDay': 'Tuba' });
    expectHits([{ text: '#tuba', match: 'prefix' }], { '#tuba_day': '#tuba', '#tubas': '#tuba' });
  });
});
