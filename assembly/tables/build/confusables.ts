// UTS #39's confusables: the vendored file (SOURCES.md) and what it says of one character.

import { readFileSync } from 'node:fs';

const FILE = new URL('../data/confusables-17.0.0.tsv', import.meta.url);

/** Prototype of each code point that has another one (UTS #39 §4). */
export function confusables(): ReadonlyMap<number, readonly number[]> {
  const numbers = (hex: string | undefined): number[] => (hex ?? '').split(' ').map((n) => parseInt(n, 16));
  return new Map(readFileSync(FILE, 'utf8').trimEnd().split('\n').map((line) => {
    const [source, target] = line.split('\t');
    return [numbers(source)[0] ?? NaN, numbers(target)] as const;
  }));
}
