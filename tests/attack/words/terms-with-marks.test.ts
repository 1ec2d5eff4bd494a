import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

/** Terms whose own letters carry marks are disguised like any other: й and ü stay what they are. */
describe('terms with marks of their own, disguised', () => {
  it.each([
    ['плохой', ['п.л.о.х.о.й', 'п л о х о й', 'плoхой', 'плох0й', 'пл*хой', 'плохооой', 'пло хой', 'ПЛОХОЙ']],
    ['їжак', ['ї.ж.а.к', 'ї ж а к', 'їж*к', 'їжааак']],
    ['müller', ['m ü l l e r', 'müll3r', 'm.ü.l.l.e.r', 'MÜLLER']],
    ['naïve', ['n-a-ï-v-e', 'naïveee', 'n*ïve']],
    ['exposé', ['e x p o s é', '3xposé', 'e.x.p.o.s.é']],
  ])('%s is found', (term, texts) => {
    const find = finderOf([term]);
    for (const text of texts) expect(find(`so ${text} then`).map(({ start, end }) => [start, end]), text).toEqual([[3, 3 + text.length]]);
  });

  it.each([
    ['плохой', ['плохои', 'п.л.о.х.о.и']],
    ['exposé', ['expose', 'e x p o s e', 'expos3', 'exp*se']],
    ['naïve', ['naive', 'n.a.i.v.e', 'naiveee']],
  ])('%s is not the word without them, disguised or not', (term, texts) => {
    const find = finderOf([term]);
    for (const text of texts) expect(find(`so ${text} then`), text).toEqual([]);
  });

  it('a phrase with accents is found without them', () => {
    const find = finderOf(['piña colada', 'crème brûlée']);
    for (const text of ['pina colada', 'PIÑA  COLADA', 'creme brulee', 'crème brûlée', 'p.i.n.a c.o.l.a.d.a']) expect(find(text), text).toHaveLength(1);
    expect(find('pina, colada')).toEqual([]);
  });
});
