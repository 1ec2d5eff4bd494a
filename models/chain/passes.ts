// What is left of a letter that several people changed one after the other: the cascade simulator's only measured part of a device's reading.

import { writeFileSync } from 'node:fs';
import type { NearCopy } from '../../src/text/sketch-kernel.ts';
import { countShare, type Share } from '../../src/node/eval/wilson.ts';
import { createRng } from '../build/rng.ts';
import { isNearCopy } from './choose.ts';
import type { ChainCorpus, CorpusText } from './corpus-files.ts';
import { comparePair, openSketches } from './pairs.ts';
import { makeVariant, type VariantKind } from './variants.ts';

/** Changes that one person makes. Each is as large as in the variant of that name. */
const CHANGES: readonly VariantKind[] = ['edits', 'wrapped', 'words', 'reordered', 'emoji'];
export const PASSES_MOST = 8;
const FILE = new URL('passed-on.ts', import.meta.url);

/** By language and `all`, the share still found after 1 to `PASSES_MOST` changes. */
export type PassedOn = ReadonlyMap<string, readonly Share[]>;

/** @param leastFor the thresholds to judge a letter by: such as were chosen without it */
export function measurePassedOn({ letters }: ChainCorpus, leastFor: (letter: CorpusText) => NearCopy, seed = 1): PassedOn {
  const kernel = openSketches(seed);
  const langs = [...new Set(letters.map(({ lang }) => lang))];
  const found = letters.map((letter) => {
    const others = letters.filter((one) => one.lang === letter.lang && one !== letter);
    return changedVersions(letter, others, seed).map((version) => {
      // Every other Burmese letter ends in the other encoding: in 2017 both were in use.
      const shown = letter.index % 2 === 1 ? makeVariant('zawgyi', { ...letter, text: version }, others, seed) ?? version : version;
      const pair = comparePair(kernel, letter.text, shown);
      return pair !== undefined && isNearCopy(pair, leastFor(letter));
    });
  });
  const shares = (isIn: (letter: CorpusText) => boolean): readonly Share[] => Array.from({ length: PASSES_MOST }, (_, n) => {
    const judged = found.filter((_one, at) => isIn(letters[at] as CorpusText));
    return countShare(judged.filter((one) => one[n]).length, judged.length);
  });
  return new Map([['all', shares(() => true)], ...langs.map((lang): [string, readonly Share[]] => [lang, shares((letter) => letter.lang === lang)])]);
}

/** The letter after one change, after two, and so on. */
function changedVersions(letter: CorpusText, others: readonly CorpusText[], seed: number): readonly string[] {
  const rng = createRng(Math.imul(seed + 7, 0x9e3779b1) ^ Math.imul(letter.index + 1, 0x85ebca6b));
  const versions: string[] = [];
  let text = letter.text;
  for (let n = 1; n <= PASSES_MOST; n++) {
    const kind = CHANGES[rng.below(CHANGES.length)] as VariantKind;
    text = makeVariant(kind, { ...letter, text }, others, seed * 100 + n) ?? text;
    versions.push(text);
  }
  return versions;
}

/** As a file that the simulator imports: the command line has it without the corpus. */
export function savePassedOn(passed: PassedOn, nearCopy: NearCopy): void {
  const rows = [...passed].map(([lang, shares]) => `    '${lang}': [${shares.map(({ hits, n }) => `{ hits: ${hits}, n: ${n} }`).join(', ')}],`);
  writeFileSync(FILE, `// Written by \`npm run models:build -- chain\`; no number here is typed.

/** Letters of models/chain/corpus that are still near-copies after one change, two, and so on up to ${PASSES_MOST}, by thresholds chosen without them. */
export const PASSED_ON = {
  nearCopy: { shared: ${nearCopy.shared}, contained: ${nearCopy.contained} },
  found: {
${rows.join('\n')}
  },
} as const;
`);
}
