// What is found and what is flagged, each letter and each pair judged by thresholds that were chosen without it.

import type { NearCopy } from '../../src/text/sketch-kernel.ts';
import { countShare, type Share } from '../../src/node/eval/wilson.ts';
import { chooseThresholds, isNearCopy } from './choose.ts';
import type { ChainCorpus, CorpusText } from './corpus-files.ts';
import { comparePair, nearPairs, openSketches, type Near, type Pair } from './pairs.ts';
import { makeVariant, VARIANTS, type VariantKind } from './variants.ts';

export const FOLDS = 5;

export interface Copy {
  readonly letter: CorpusText;
  readonly kind: VariantKind;
  readonly pair: Pair | undefined;
}

export interface ChainFigures {
  /** Of all letters and messages: what ships. */
  readonly chosen: NearCopy;
  readonly folds: readonly NearCopy[];
  readonly langs: readonly string[];
  /** By kind of variant, then by language and `all`. */
  readonly recall: ReadonlyMap<VariantKind, ReadonlyMap<string, Share>>;
  /** Of pairs of texts that have nothing to do with each other; `same` of one language. */
  readonly unrelated: { readonly all: Share; readonly same: Share };
  readonly festival: Share;
  readonly texts: Readonly<Record<'letters' | 'unrelated' | 'festival', number>>;
  /** Texts below the length that has a sketch. */
  readonly unsketched: number;
}

export const foldOf = ({ index }: CorpusText): number => index % FOLDS;

export function measureChain(corpus: ChainCorpus, seed = 1): ChainFigures {
  const kernel = openSketches(seed);
  const { letters, unrelated, festival } = corpus;
  const copies = letters.flatMap((letter): readonly Copy[] => {
    const others = letters.filter((one) => one.lang === letter.lang && one !== letter);
    return VARIANTS.flatMap((kind) => {
      const variant = makeVariant(kind, letter, others, seed);
      return variant === undefined ? [] : [{ letter, kind, pair: comparePair(kernel, letter.text, variant) }];
    });
  });
  const texts = [...letters, ...unrelated];
  const { near, sketched } = nearPairs(kernel, texts.map(({ text }) => text));
  const known = texts.filter((_, n) => sketched[n]);

  const learn = (isIn: (text: CorpusText) => boolean): NearCopy => {
    const n = known.filter(isIn).length;
    return chooseThresholds({
      copies: new Map(VARIANTS.map((kind) => [kind, copies.filter((copy) => copy.kind === kind && isIn(copy.letter)).map(({ pair }) => pair)])),
      unrelated: near.filter(({ a, b }) => isIn(texts[a] as CorpusText) && isIn(texts[b] as CorpusText)), pairs: n * (n - 1) / 2,
    });
  };
  const folds = Array.from({ length: FOLDS }, (_, fold) => learn((text) => foldOf(text) !== fold));
  const leastFor = (text: CorpusText): NearCopy => folds[foldOf(text)] as NearCopy;

  const langs = [...new Set(letters.map(({ lang }) => lang))];
  const found = (them: readonly Copy[]): Share => countShare(them.filter(({ letter, pair }) => pair && isNearCopy(pair, leastFor(letter))).length, them.length);
  // A pair is judged as the fold of its first text judges, which never saw that pair.
  const flagged = (pairs: readonly Near[], of: readonly CorpusText[]): number => pairs.filter((pair) => isNearCopy(pair, leastFor(of[pair.a] as CorpusText))).length;
  const pairsOf = (n: number): number => n * (n - 1) / 2;
  const isSame = ({ a, b }: Near): boolean => texts[a]?.lang === texts[b]?.lang;
  const wishes = nearPairs(kernel, festival.map(({ text }) => text));
  const sameFestival = wishes.near.filter(({ a, b }) => festival[a]?.lang === festival[b]?.lang);
  const sizes = (all: readonly CorpusText[]): number => langs.reduce((sum, lang) => sum + pairsOf(all.filter((text) => text.lang === lang).length), 0);
  return {
    chosen: learn(() => true), folds, langs,
    recall: new Map(VARIANTS.map((kind) => {
      const of = copies.filter((copy) => copy.kind === kind);
      return [kind, new Map([['all', found(of)], ...langs.map((lang): [string, Share] => [lang, found(of.filter(({ letter }) => letter.lang === lang))])])];
    })),
    unrelated: { all: countShare(flagged(near, texts), pairsOf(known.length)), same: countShare(flagged(near.filter(isSame), texts), sizes(known)) },
    festival: countShare(flagged(sameFestival, festival), sizes(festival.filter((_, n) => wishes.sketched[n]))),
    texts: { letters: letters.length, unrelated: unrelated.length, festival: festival.length },
    unsketched: texts.length - known.length,
  };
}
