// The bytes of `words-<tag>.bin` and `languages.bin`, behind their asset headers.

import { hashOf } from '../../../src/contract/list-hash.ts';
import type { CleanedList } from './rules.ts';
import { TELLING_WORDS, type Languages } from './languages.ts';

/** So that nobody reads the words by opening the file; no secret (src/worker/default-lists.ts undoes it). */
const VEIL = 0xa5;

/**
 * One line an entry, in UTF-8, each byte XOR `VEIL`: the text, then for a word that is everyday elsewhere a tab and the
 * tags of those languages with spaces between. Sorted lines and brotli save what front coding would.
 * @throws {Error} two entries with one number
 */
export function packList({ tag, texts }: CleanedList, everyday: (text: string) => readonly string[]): Uint8Array {
  if (new Set(texts.map(hashOf)).size !== texts.length) throw new Error(`List ${tag}: two entries share a number; change the hash.`);
  const own = tag.split('-')[0];
  const lines = texts.map((text) => {
    const elsewhere = everyday(text).filter((other) => other !== own);
    return elsewhere.length === 0 ? text : `${text}\t${elsewhere.join(' ')}`;
  });
  return new TextEncoder().encode(lines.join('\n')).map((byte) => byte ^ VEIL);
}

/** `{ languages u16, words a language u16 }`, the hashes u16, and the tags with spaces between, ASCII. */
export function packLanguages({ tags, hashes }: Languages): Uint8Array {
  const numbers = [tags.length, TELLING_WORDS, ...hashes];
  const names = new TextEncoder().encode(tags.join(' '));
  const out = new Uint8Array(numbers.length * 2 + names.length);
  const view = new DataView(out.buffer);
  numbers.forEach((number, n) => { view.setUint16(n * 2, number, true); });
  out.set(names, numbers.length * 2);
  return out;
}
