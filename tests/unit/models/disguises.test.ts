import { describe, expect, it } from 'vitest';
import { createRng } from '../../../models/build/rng.ts';
import { DISGUISES, disguised } from '../../../models/scam/disguises.ts';
import { disguiseFigures } from '../../../models/scam/fold-judge.ts';
import type { JudgedRow } from '../../../src/node/eval/scam-rows.ts';

const TEXT = 'Transfer security deposit before Tuesday through https://deposit-portal.example/track or telephone 0044 555 0199';

describe('disguises of texts', () => {
  it.each(DISGUISES.map((disguise) => [disguise.name, disguise] as const))('%s change longer words, the same ones by a seed, and no link or number', (_, disguise) => {
    const once = disguised(TEXT, disguise, createRng(4));
    expect(once).not.toBe(TEXT);
    expect(disguised(TEXT, disguise, createRng(4))).toBe(once);
    expect(once).toContain('https://deposit-portal.example/track');
    expect(once).toContain('0044 555 0199');
    // Some words are left alone.
    expect(once.split(' ').filter((word) => TEXT.split(' ').includes(word)).length).toBeGreaterThan(3);
  });

  it('that are made of Latin letters leave other scripts as they are', () => {
    const russian = 'переведите деньги сегодня вечером, курьер приедет завтра утром вместе с документами';
    const unchanged = DISGUISES.filter((disguise) => disguised(russian, disguise, createRng(1)) === russian);
    expect(unchanged.map(({ name }) => name)).toEqual([
      'digits for letters', 'symbols for letters', 'letters of other scripts', 'full width', 'mathematical letters', 'circled letters', 'marks on letters']);
  });
});

describe('what a disguise does', () => {
  const row = (label: 'ham' | 'scam', level: 'none' | 'tip'): JudgedRow => (
    { label, name: null, lang: 'en', source: 'authored', score: 0, level, family: null, detected: 'en', length: 9 });
  const pair = (label: 'ham' | 'scam', before: 'none' | 'tip', after: 'none' | 'tip'): { before: JudgedRow; after: JudgedRow } => ({ before: row(label, before), after: row(label, after) });

  it('is counted apart: tips that stay, scams that get one, honest texts that get one', () => {
    const figures = disguiseFigures('x', [
      pair('scam', 'tip', 'tip'), pair('scam', 'tip', 'none'), pair('scam', 'tip', 'tip'), pair('scam', 'none', 'tip'), pair('scam', 'none', 'none'),
      pair('ham', 'none', 'tip'), pair('ham', 'none', 'none'), pair('ham', 'tip', 'tip'), pair('ham', 'none', 'none'),
    ]);
    expect(figures).toMatchObject({ disguise: 'x', kept: { hits: 2, n: 3 }, gained: { hits: 1, n: 2 }, falsely: { hits: 1, n: 3 } });
  });
});
