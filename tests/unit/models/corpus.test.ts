import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { CORPUS_FILES, parseTexts } from '../../../models/scam/corpus-files.ts';
import { gramsOf, jaccard, masked, nearCopies } from '../../../models/scam/corpus-grams.ts';
import { faultsOf, lintCorpus, shortfalls } from '../../../models/scam/corpus-lint.ts';
import { runs } from '../../property/runs.ts';

const home = mkdtempSync(join(tmpdir(), 'corpus-'));
afterAll(() => { rmSync(home, { recursive: true }); });

/** A folder with the given files. */
function corpusOf(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(home, 'c-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return pathToFileURL(`${folder}/`);
}

describe('the authored corpus', () => {
  it('has no fault', () => {
    const { faults, counts } = lintCorpus();
    expect(faults).toEqual([]);
    expect(shortfalls(counts)).toEqual([]);
  }, 120_000);
});

describe('a file of the corpus', () => {
  it('parts texts by empty lines, keeps their line breaks, and knows registers and remarks', () => {
    const texts = parseTexts('# a remark\nfirst\n\n\nsecond\nline\n# register: Nigerian\nthird\n', 'en', 'scam/parcel.txt');
    expect(texts.map(({ text, register, line }) => [text, register, line])).toEqual([['first', '', 2], ['second\nline', '', 5], ['third', 'Nigerian', 8]]);
    expect(texts[0]).toMatchObject({ lang: 'en', label: 'scam', name: 'parcel' });
  });

  it('has one of the names of families.md', () => {
    expect(CORPUS_FILES).toContain('benign/anti-fraud.txt');
    const { faults } = lintCorpus(corpusOf({ 'en/scam/parcels.txt': 'your parcel\n', 'xx/benign/chat.txt': 'hello there\n' }));
    expect(faults.map(({ file }) => file)).toEqual(['en/scam/parcels.txt', 'xx/']);
  });
});

describe('the linter', () => {
  it('names a near copy, whatever names, numbers, links and amounts differ', () => {
    const first = 'Your parcel {ref} waits for a fee of $2.99, pay it at http://a.example/x1 today';
    const second = 'Your parcel 881 waits for a fee of £14, pay it at www.b.example/yy today';
    const { faults } = lintCorpus(corpusOf({ 'en/scam/parcel.txt': `${first}\n\nsomething quite different about a courier\n\n${second}\n` }));
    expect(faults).toEqual([{ file: 'en/scam/parcel.txt', line: 5, fault: 'says nearly the same as en/scam/parcel.txt:1 (Jaccard 1.00)' }]);
  });

  it('names a language with half the variety of English', () => {
    const words = (seed: number, of: number): string => Array.from({ length: 9 }, (_, at) => ((seed * 9 + at) * 7919 % of).toString(26).replace(/\d/gu, (digit) => 'qrstuvwxyz'.charAt(Number(digit))).padStart(5, 'q')).join(' ');
    const texts = (of: number): string => Array.from({ length: 60 }, (_, seed) => words(seed, of)).join('\n\n');
    const { faults, counts } = lintCorpus(corpusOf({ 'en/benign/chat.txt': texts(9_999_991), 'sw/benign/chat.txt': texts(31) }));
    expect(counts.map(({ lang }) => lang)).toEqual(['en', 'sw']);
    expect(faults.filter(({ file }) => file.endsWith('/')).map(({ file, fault }) => [file, fault])).toEqual([['sw/', expect.stringContaining('under half of English')]]);
  });

  it('names a language with too few scams of a family, or too few honest texts', () => {
    const { counts } = lintCorpus(corpusOf({ 'en/scam/parcel.txt': 'your parcel is held, pay the fee\n' }));
    const short = shortfalls(counts).filter(({ file }) => file === 'en/').map(({ fault }) => fault);
    expect(short).toHaveLength(17);
    expect(short).toContain('has 1 of at least 60 scams of the family parcel');
    expect(short).toContain('has 0 of at least 400 honest texts');
    expect(new Set(shortfalls(counts).map(({ file }) => file)).size).toBe(23);
  });

  it('names what is wrong with one text', () => {
    expect(faultsOf({ lang: 'en', text: 'pay {fee} \nnow' })).toEqual(['has an unknown slot {fee}', 'has spaces at the end of a line']);
    expect(faultsOf({ lang: 'de', text: 'Paket fu\u0308r dich' })).toEqual(['is not in NFC']);
    expect(faultsOf({ lang: 'my', text: '\u1031\u1019\u102c\u1004\u1039' })).toEqual(['looks like Zawgyi: write Unicode']);
    expect(faultsOf({ lang: 'my', text: 'မင်္ဂလာပါ နေကောင်းလား' })).toEqual([]);
    expect(faultsOf({ lang: 'en', text: 'ok' })).toEqual(['is too short to be a message']);
  });
});

describe('near copies', () => {
  it('mask what differs between two sendings of one text', () => {
    expect(masked('Pay Rs. 4,500 to {name} by 12/08: https://x.example/a?b')).toBe('pay § to § by §: §');
    expect(masked('ส่ง ๑๒๓ บาท')).toBe('ส่ง § บาท');
  });

  it('are found as by sets of strings', () => {
    const slow = (a: string, b: string): number => {
      const [x, y] = [a, b].map((text) => new Set([...masked(text)].map((_, at, all) => all.slice(at, at + 5).join('')).filter((gram) => [...gram].length === 5)));
      const both = [...x ?? []].filter((gram) => y?.has(gram)).length;
      const all = (x?.size ?? 0) + (y?.size ?? 0) - both;
      return all === 0 ? 0 : both / all;
    };
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'c', '၀', '7'), maxLength: 30 });
    fc.assert(fc.property(text, text, (a, b) => {
      expect(jaccard(gramsOf(a, 5), gramsOf(b, 5))).toBeCloseTo(slow(a, b), 12);
    }), runs(100));
  });

  it('come in pairs, the later one first', () => {
    expect(nearCopies(['one and the same text', 'another', 'one and the same texts'].map((text) => gramsOf(text, 5)), 0.5).map(([at, earlier]) => [at, earlier])).toEqual([[2, 0]]);
  });
});
