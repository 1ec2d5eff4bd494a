import { beforeAll, describe, expect, it } from 'vitest';
import { createRng } from '../../../models/build/rng.ts';
import type { TextKernel } from '../../../src/text/text-kernel.ts';
import { KINDS, makeKernel } from '../../property/runs.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const rng = createRng(8);
const letters = (count: number): string => Array.from({ length: count }, () => LETTERS[rng.below(26)]).join('');

/** One of each length around the eight and sixteen letters that keys are made of; none begins another. */
const TERMS = Array.from({ length: 20 }, (_, index) => letters(index + 1 < 3 ? 3 : index + 1));
/** So many that the filter is as full as it gets. */
const OTHERS = Array.from({ length: 3_000 }, () => letters(6 + rng.below(14)));

describe.each(KINDS)('words asked for by their first letters, the %s build', (kind) => {
  let words: TextKernel;
  let prefixes: TextKernel;
  const found = (kernel: TextKernel, text: string): readonly string[] => {
    kernel.read([{ text, scored: false }]);
    const hits = kernel.match().hits.map(({ start, end }) => text.slice(start, end));
    kernel.wipe();
    return hits;
  };

  beforeAll(() => {
    words = makeKernel(kind);
    words.setWords([...TERMS, ...OTHERS].map((text, entry) => ({ text, entry })));
    prefixes = makeKernel(kind);
    prefixes.setWords([...TERMS, ...OTHERS].map((text, entry) => ({ text, entry, match: 'prefix' })));
  });

  it.each(TERMS.map((term) => [term.length, term] as const))('finds %i letters at every place', (_, term) => {
    for (const text of [term, `so ${term}`, `${term}.`, `so, ${term} then`, `${'word '.repeat(13)}${term}`, `(${term})`, `${term}™`, `№ ${term}`]) {
      expect(found(words, text), text).toContain(term);
      expect(found(prefixes, text), text).toContain(term);
    }
  });

  it.each(TERMS.map((term) => [term.length, term] as const))('finds %i letters as a beginning only where prefixes are asked for', (_, term) => {
    for (const more of ['x', 'xyzzy', 'xyzzyxyzzyxyzzy']) {
      expect(found(prefixes, `so ${term}${more} then`), more).toContain(term);
      expect(found(words, `so ${term}${more} then`).includes(term), more).toBe(false);
    }
  });

  it.each(TERMS.filter(({ length }) => length > 4).map((term) => [term.length, term] as const))('finds %i letters with a space at any place inside', (_, term) => {
    for (let at = 1; at < term.length; at++) {
      const parted = `${term.slice(0, at)} ${term.slice(at)}`;
      expect(found(words, `so ${parted} then`), parted).toContain(parted);
    }
  });
});
