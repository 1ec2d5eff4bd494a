import { Profanity } from '@2toad/profanity';
import { profaneWords } from '@2toad/profanity/dist/data/profane-words.js';
import { AllProfanity } from 'allprofanity';
import { DataSet, englishRecommendedTransformers, parseRawPattern, RegExpMatcher } from 'obscenity';

/** A peer loaded with the same words, whole words, its defences against disguises on. Its matches are counted. */
export interface Peer {
  readonly name: string;
  count(text: string): number;
}

export type PeerName = 'allprofanity' | 'allprofanity-check' | 'obscenity' | '2toad' | 'regexp' | 'regexp-nfkd';

/** Its default is the trie, the faster of its two on such lists. `detect` gives ranges, as ours does. */
export function allProfanity(words: readonly string[]): Peer {
  const filter = makeAllProfanity(words);
  return { name: 'allprofanity', count: (text) => filter.detect(text).positions.length };
}

/** The same with its cheaper question, which gives no ranges and stops at the first match. */
export function allProfanityCheck(words: readonly string[]): Peer {
  const filter = makeAllProfanity(words);
  return { name: 'allprofanity-check', count: (text) => Number(filter.check(text)) };
}

function makeAllProfanity(words: readonly string[]): AllProfanity {
  const filter = new AllProfanity({ silent: true });
  filter.clearList();
  filter.add([...words]);
  return filter;
}

export function obscenity(words: readonly string[]): Peer {
  const data = new DataSet<{ readonly word: string }>();
  for (const word of words) data.addPhrase((phrase) => phrase.addPattern(parseRawPattern(`|${word}|`)));
  const matcher = new RegExpMatcher({ ...data.build(), ...englishRecommendedTransformers });
  return { name: 'obscenity', count: (text) => matcher.getAllMatches(text).length };
}

/** It gives no ranges: `exists` is its fastest question. */
export function twoToad(words: readonly string[]): Peer {
  const filter = new Profanity({ wholeWord: true, unicodeWordBoundaries: true, languages: ['en'] });
  // Its own English list goes, so that it holds the same words as everybody.
  filter.removeWords(profaneWords.get('en') ?? []);
  filter.addWords([...words]);
  return { name: '2toad', count: (text) => Number(filter.exists(text)) };
}

export function combinedRegExp(words: readonly string[]): Peer {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.map(escape).join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
  return { name: 'regexp', count: (text) => matches(pattern, text) };
}

/** What a careful host writes by hand: compatibility forms, marks and format characters stripped, then one RegExp. */
export function strippedRegExp(words: readonly string[]): Peer {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.map(escape).join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return {
    name: 'regexp-nfkd',
    count: (text) => matches(pattern, text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase()),
  };
}

function matches(pattern: RegExp, text: string): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.exec(text) !== null) found += 1;
  return found;
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
