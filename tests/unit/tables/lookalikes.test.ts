import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { confusables } from '../../../assembly/tables/build/confusables.ts';
import { makeFolding } from '../../../assembly/tables/build/fold.ts';
import { ALPHABETS, DISGUISED_BY_LATIN } from '../../../assembly/tables/build/leet.ts';
import { KIND, makeReadings } from '../../../assembly/tables/build/readings.ts';
import { makeLookalikes } from '../../../scripts/build/lookalikes.ts';
import { BUILD, inRoot } from '../../../scripts/build/paths.ts';

let readings: ReadonlyMap<number, number>;
beforeAll(async () => { readings = await makeReadings(await makeFolding()); });

const readingOf = (c: string): number => readings.get(c.codePointAt(0) ?? 0) ?? 0;
/** The letters that each character may be read as, and nothing of its kind. */
function lettersOf(c: string): string {
  return Array.from({ length: 26 }, (_, i) => readingOf(c) >>> i & 1 ? String.fromCharCode(0x61 + i) : '').join('');
}

describe('the vendored confusables', () => {
  const file = readFileSync(inRoot('assembly/tables/data/confusables-17.0.0.tsv'));

  it('are the bytes SOURCES.md names', () => {
    expect(readFileSync(inRoot('assembly/tables/SOURCES.md'), 'utf8')).toContain(createHash('sha256').update(file).digest('hex'));
  });

  it('are as many as Unicode 17.0.0 has, each a character and its prototype', () => {
    const lines = file.toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(6565);
    expect(lines.filter((line) => !/^[0-9A-F]{4,6}\t[0-9A-F]{4,6}(?: [0-9A-F]{4,6})*$/.test(line))).toEqual([]);
  });
});

describe('lookalikes.bin', () => {
  it('is the same bytes whenever it is made, and those are the ones built', async () => {
    const bytes = await makeLookalikes();
    expect(Buffer.from(await makeLookalikes()).equals(Buffer.from(bytes))).toBe(true);
    expect(Buffer.from(bytes).equals(readFileSync(`${BUILD}/lookalikes.bin`))).toBe(true);
  });

  it('takes 1.85 kB brotli at most', async () => {
    expect(brotliCompressSync(await makeLookalikes()).length).toBeLessThanOrEqual(1850);
  });
});

describe('readings', () => {
  it.each([
    ['one prototype with the letter', 'а', 'a'], ['one prototype with its capital', 'в', 'b'], ['a prototype with several letters', 'ǀ', 'il'],
    ['a capital that has the look, and the name', 'η', 'hn'], ['a prototype that is a small capital', 'т', 't'], ['a small capital', 'ʜ', 'h'],
    ['a letter with a bar', 'ƀ', 'b'], ['a turned letter', 'ǝ', 'e'], ['a negative squared letter', '🅱', 'b'], ['a flag letter', '🇿', 'z'],
    ['a digit', '4', 'a'], ['a digit in a circle', '❸', 'e'], ['a currency sign', '₿', 'b'], ['a kanji by its strokes', '卂', 'a'],
    ['the long s\'s neighbour, not what the long s looks like', 'ꞙ', 'f'],
  ])('%s: %s', (_, c, letters) => {
    expect(lettersOf(c)).toBe(letters);
  });

  it.each(['a', 'i', 'l', 'A', 'ｂ', ' ', 'é', 'ﬁ', '你', '\u0301', '\u{E0041}'])('%s has none: it folds to something else, or looks like no other letter', (c) => {
    expect(readingOf(c)).toBe(0);
  });

  it('say what the character is', () => {
    const kind = (c: string): number => (readingOf(c) & ~0x3ffffff) >>> 0;
    expect(['т', 'ʜ', '🅱'].map(kind)).toEqual([KIND.letter, KIND.letter, KIND.letter]);
    expect(kind('ه')).toBe((KIND.letter | KIND.otherScript) >>> 0);
    expect(['7', '$', '!', '.', '🇦', 'v'].map(kind)).toEqual([
      KIND.digit, KIND.symbol, KIND.symbol | KIND.punctuation, KIND.symbol | KIND.punctuation, KIND.flagLetter, 0,
    ]);
  });

  it('see through every character that shares a prototype with a Latin letter', async () => {
    const folding = await makeFolding();
    const prototypes = confusables();
    const key = (cp: number): string => (prototypes.get(cp) ?? [cp]).join();
    const missed: string[] = [];
    for (let letter = 0; letter < 26; letter++) {
      const looks = new Set([key(0x41 + letter), key(0x61 + letter)]);
      for (const cp of prototypes.keys()) {
        const [to = 0, more] = folding.fold(cp);
        // What folds to a letter is that one: I for l is seen where case is. A spacing ogonek folds to a space.
        if (!looks.has(key(cp)) || more !== undefined || (to >= 0x61 && to <= 0x7a) || to === 0x20) continue;
        if (((readings.get(to) ?? 0) >>> letter & 1) === 0) missed.push(`${String.fromCodePoint(cp)} ${String.fromCharCode(0x61 + letter)}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('are of folded characters only, in order, below the kernel\'s limit', async () => {
    const folding = await makeFolding();
    const codePoints = [...readings.keys()];
    expect(codePoints.filter((cp) => folding.fold(cp).join() !== String(cp))).toEqual([]);
    expect(codePoints).toEqual([...codePoints].sort((a, b) => a - b));
    expect(codePoints.at(-1)).toBeLessThan(0x20000);
  });

  it('come from alphabets of 26', () => {
    for (const alphabet of [...ALPHABETS, ...DISGUISED_BY_LATIN]) expect([...alphabet], alphabet).toHaveLength(26);
  });
});
