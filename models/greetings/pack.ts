// The tables of src/decide/greetings.ts as `greetings.bin` carries them: of the form of `nudges.bin`.

import { COMMON_WORDS, GREETING_TABLES, MORE, type GreetingTable } from '../../src/decide/greetings.ts';
import type { PackedNudges } from '../../src/decide/nudges/read.ts';
import { packRules, packWords, READS } from '../nudges/pack.ts';
import { toZawgyi } from '../scam/zawgyi.ts';

/** In a row, none of which any wish has: whoever puts "Happy Eid!" in front of a letter sends a letter. Of such a line nothing is left. */
const RUN = 30;
const NOT = `^.*?[^gfvh]{${RUN}}.*$`;

/** Its words; those of Burmese in both encodings, for phones with Zawgyi fonts write what they write. */
function wordsOf({ words }: GreetingTable): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([letter, list]) => (
    [letter, [...new Set(list.split(/\s+/u).flatMap((word) => [word, toZawgyi(word)]))].join(' ')])));
}

export function packGreetings(): Uint8Array {
  const tables = Object.values(GREETING_TABLES);
  const packed: PackedNudges = {
    ...READS, not: NOT, kinds: ['wish', 'more'],
    words: tables.map((table) => `${packWords(COMMON_WORDS)},; ! ?,${packWords(wordsOf(table))}`),
    rules: [tables.map(({ wish }) => packRules(wish)), tables.map(() => packRules(MORE))],
  };
  return new TextEncoder().encode(JSON.stringify(packed));
}
