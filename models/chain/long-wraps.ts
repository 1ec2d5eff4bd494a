// A letter inside much more text than itself: where sketches stop to find it. Reported apart; nothing is chosen by it.

import type { NearCopy } from '../../src/text/sketch-kernel.ts';
import { countShare, type Share } from '../../src/node/eval/wilson.ts';
import { createRng } from '../build/rng.ts';
import { isNearCopy } from './choose.ts';
import type { ChainCorpus, CorpusText } from './corpus-files.ts';
import { comparePair, openSketches } from './pairs.ts';

/** Text around a letter, in lengths of the letter. */
export const WRAP_TIMES = [1, 2, 4] as const;

/** Letters found by text around them, `WRAP_TIMES` of their length, from messages of the same language. @param leastFor the thresholds to judge a letter by: such as were chosen without it */
export function measureLongWraps({ letters, unrelated }: ChainCorpus, leastFor: (letter: CorpusText) => NearCopy, seed = 1): readonly Share[] {
  const kernel = openSketches(seed);
  return WRAP_TIMES.map((times) => {
    const found = letters.filter((letter) => {
      const rng = createRng(Math.imul(seed * 8 + times, 0x9e3779b1) ^ Math.imul(letter.index + 1, 0x85ebca6b));
      const pair = comparePair(kernel, letter.text, between(letter, unrelated.filter(({ lang }) => lang === letter.lang), times, (n) => rng.below(n)));
      return pair !== undefined && isNearCopy(pair, leastFor(letter));
    });
    return countShare(found.length, letters.length);
  });
}

/** The letter in the middle of whole messages, so many that together they have at least `times` its length: cut to that. */
function between({ text }: CorpusText, others: readonly CorpusText[], times: number, below: (n: number) => number): string {
  const length = text.length * times;
  let around = '';
  while (around.length < length) around += `${others[below(others.length)]?.text ?? text}\n`;
  const half = length >> 1;
  return `${around.slice(0, half)}\n${text}\n${around.slice(half, length)}`;
}
