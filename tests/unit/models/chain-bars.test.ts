import { beforeAll, describe, expect, it } from 'vitest';
import { BARS, FLAGGED_BAR, missedBars } from '../../../models/chain/card.ts';
import { isNearCopy } from '../../../models/chain/choose.ts';
import { readChainCorpus, type ChainCorpus } from '../../../models/chain/corpus-files.ts';
import { measureLongWraps } from '../../../models/chain/long-wraps.ts';
import type { ChainFigures } from '../../../models/chain/measure.ts';
import { comparePair, nearPairs, openSketches } from '../../../models/chain/pairs.ts';
import { makeVariant, VARIANTS } from '../../../models/chain/variants.ts';
import { NEAR_COPY } from '../../../src/decide/chain.ts';

/** The kernel, the folding and the thresholds as they ship, over the whole corpus: the card's figures, which are judged by folds, may not be older than those. */
let corpus: ChainCorpus;
beforeAll(() => { corpus = readChainCorpus(); });

describe('the bars of near-copies', () => {
  it.each(VARIANTS.filter((kind) => BARS[kind] !== undefined))('are held for: %s', (kind) => {
    const kernel = openSketches(2);
    const pairs = corpus.letters.flatMap((letter) => {
      const variant = makeVariant(kind, letter, corpus.letters.filter((one) => one.lang === letter.lang && one !== letter), 2);
      return variant === undefined ? [] : [comparePair(kernel, letter.text, variant)];
    });
    expect(pairs.length).toBeGreaterThan(50);
    expect(pairs.filter((pair) => pair && isNearCopy(pair, NEAR_COPY)).length / pairs.length).toBeGreaterThanOrEqual(BARS[kind] as number);
  });

  it('are held for texts that have nothing to do with each other', () => {
    const texts = [...corpus.letters, ...corpus.unrelated].map(({ text }) => text);
    const { near, sketched } = nearPairs(openSketches(2), texts);
    const known = sketched.filter(Boolean).length;
    expect(known * (known - 1) / 2).toBeGreaterThan(1_000_000);
    expect(near.filter((pair) => isNearCopy(pair, NEAR_COPY)).length / (known * (known - 1) / 2)).toBeLessThanOrEqual(FLAGGED_BAR);
  });

  it('are named where figures miss them', () => {
    const share = (value: number): ReadonlyMap<string, { share: number; hits: number; n: number; interval95: null }> => new Map([['all', { share: value, hits: 0, n: 1, interval95: null }]]);
    const figures = (found: number, flagged: number): ChainFigures => ({ recall: new Map(VARIANTS.map((kind) => [kind, share(found)])), unrelated: { all: share(flagged).get('all') } }) as unknown as ChainFigures;
    expect(missedBars(figures(1, 0))).toEqual([]);
    expect(missedBars(figures(0.96, 0))).toEqual(['5 % of characters edited', 'Zawgyi against Unicode']);
    expect(missedBars(figures(1, 0.001))).toEqual(['unrelated pairs']);
  });
});

it('a letter inside more and more other text is found less and less', () => {
  const [once = 0, twice = 0, four = 0] = measureLongWraps({ ...corpus, letters: corpus.letters.filter(({ index }) => index % 5 === 0) }, () => NEAR_COPY).map(({ share }) => share ?? 0);
  expect(once).toBeGreaterThan(0.9);
  expect(twice).toBeLessThanOrEqual(once);
  expect(four).toBeLessThan(0.5);
});
