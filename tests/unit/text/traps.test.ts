// Letters of neighbouring words that would make a listed one: at least 99 % of the traps drawn from running text are left alone.

import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';
import { findTraps } from '../../fixtures/disguises/traps.ts';
import { judgeTraps } from '../../fixtures/disguises/traps-judged.ts';

const traps = findTraps();

describe('traps across word gaps', () => {
  it('are at least a thousand, of three kinds, each with its own term', () => {
    expect(traps.length).toBeGreaterThanOrEqual(1000);
    for (const kind of ['tail and head', 'tail, word and head', 'two whole words'] as const) {
      const some = traps.filter((trap) => trap.kind === kind);
      expect(some.length, kind).toBeGreaterThanOrEqual(50);
      expect(new Set(some.map(({ term }) => term)).size).toBe(some.length);
    }
  });

  it('hold their term where the gaps are taken out, and only there', () => {
    for (const { text, term, gaps } of traps) {
      const plain = text.toLowerCase();
      expect(plain.match(/[a-z]+/gu)).not.toContain(term);
      const joined = gaps.reduceRight((so, at) => so.slice(0, at).replace(/[.,;:]$/u, '') + so.slice(at + 1), plain);
      expect(joined).toContain(term);
    }
  });

  it('are left alone: 99 % and more of them all, and most of each kind', () => {
    const judged = judgeTraps(traps, finderOf([...new Set(traps.map(({ term }) => term))]));
    // There are some 65 of two whole words, other ones after each new dependency, whose manuals the texts are: one of them is 1.5 points.
    for (const { kind, leftAlone } of judged) expect(leftAlone, kind).toBeGreaterThanOrEqual(kind === 'two whole words' ? 0.85 : 0.99);
    const hit = judged.flatMap((one) => one.hit);
    expect(1 - hit.length / traps.length, hit.slice(0, 10).join('\n')).toBeGreaterThanOrEqual(0.99);
  });

  it('are hit by a search that drops the gaps', () => {
    const dropping = (text: string): { start: number; end: number; term: string }[] => traps
      .filter(({ term }) => text.toLowerCase().replaceAll(/[^a-z]/gu, '').includes(term))
      .map(({ term }) => ({ start: 0, end: text.length, term }));
    for (const { leftAlone } of judgeTraps(traps.slice(0, 50), dropping)) expect(leftAlone).toBeLessThan(0.1);
  });
});
