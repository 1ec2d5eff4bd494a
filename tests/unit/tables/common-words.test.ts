import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { stemsOf } from '../../../assembly/tables/build/everyday.ts';
import { ribbon } from '../../../assembly/tables/build/ribbon.ts';
import { commonWords, makeCommonWords } from '../../../scripts/build/common-words.ts';
import { BUILD } from '../../../scripts/build/paths.ts';
import { compilePart } from '../../fixtures/kernel-part.ts';
import type { KernelPart } from '../../fixtures/kernel-part.ts';

type Names = 'loadCommonWords' | 'isCommonWord' | 'wordAt' | 'commonAt';
let part: KernelPart<Names>;
let asset: Uint8Array;
const words = commonWords();
/** What the file may know: the words and, by the same rules, their inflections. */
const isMember = (word: string): boolean => words.has(word) || stemsOf(word).some((stem) => words.has(stem));

function load(bytes: Uint8Array): number {
  new Uint8Array(part.memory.buffer).set(bytes, part.commonAt());
  return part.loadCommonWords(bytes.length);
}
function isCommon(word: string): boolean {
  new Uint16Array(part.memory.buffer, part.wordAt(), word.length).set([...word].map((c) => c.charCodeAt(0)));
  return part.isCommonWord(part.wordAt(), word.length) === 1;
}
/** Strings of a–z as long as words are, always the same ones. */
function* letters(count: number): Generator<string> {
  let seed = 1;
  const next = (below: number): number => {
    seed = Math.imul(seed, 48271) >>> 0;
    return Math.floor(seed / 2 ** 32 * below);
  };
  for (let i = 0; i < count; i++) yield Array.from({ length: 2 + next(9) }, () => String.fromCharCode(0x61 + next(26))).join('');
}

beforeAll(async () => {
  asset = makeCommonWords();
  part = await compilePart(`
    import { COMMON, INPUT } from './memory';
    export { isCommonWord, loadCommonWords } from './match/common-words';
    export function wordAt(): usize { return INPUT; }
    export function commonAt(): usize { return COMMON; }
  `);
}, 60_000);

describe('common-words.bin', () => {
  it('is the same bytes whenever it is made, and those are the ones built', () => {
    expect(Buffer.from(makeCommonWords()).equals(Buffer.from(asset))).toBe(true);
    expect(Buffer.from(asset).equals(readFileSync(`${BUILD}/common-words.bin`))).toBe(true);
  });

  it('takes 8 kB brotli at most', () => {
    expect(words.size).toBeGreaterThan(10_000);
    expect(brotliCompressSync(asset).length).toBeLessThanOrEqual(8000);
  });

  it('cannot be made in fewer rows than it has words', () => {
    expect(() => ribbon([...words].slice(0, 1000), 900)).toThrow('No solution');
  });
});

describe('isCommonWord', () => {
  it('is false before there are words', () => {
    expect(['a', 'the', 'house'].map(isCommon)).toEqual([false, false, false]);
  });

  it('knows every word, and what is an inflection of one', () => {
    expect(load(asset)).toBe(0);
    expect([...words].filter((word) => !isCommon(word))).toEqual([]);
    expect(['houses', 'boxes', 'asked', 'making', 'walker', 'baker', 'kindly'].filter((word) => !isCommon(word))).toEqual([]);
  });

  it('takes no more than one other in a hundred for a word', () => {
    expect(load(asset)).toBe(0);
    const others = [...letters(40_000)].filter((word) => !isMember(word));
    expect(others.length).toBeGreaterThan(35_000);
    expect(others.filter(isCommon).length / others.length).toBeLessThan(0.01);
  });

  it('is false for what is not of a–z, and for single letters but those that are words', () => {
    expect(load(asset)).toBe(0);
    expect(['', 'the1', 'Το', 'thé', 'the ', 'The', '\uffff'].map(isCommon)).toEqual(Array.from({ length: 7 }, () => false));
    expect(['a', 'i', 'u'].map(isCommon)).toEqual([true, true, true]);
    expect([...'bcdfghjklmnopqstvwxyz'].filter(isCommon).length).toBeLessThan(2);
  });

  it.each([
    ['another file', (copy: Uint8Array) => { copy[7] = 0x58; return copy; }, 1],
    ['another format', (copy: Uint8Array) => { copy[32] = 9; return copy; }, 1],
    ['another length in the header', (copy: Uint8Array) => { copy[24] = 0; return copy; }, 2],
    ['a shorter file', (copy: Uint8Array) => copy.subarray(0, copy.length - 1), 2],
    ['hardly a file', (copy: Uint8Array) => copy.subarray(0, 40), 2],
    ['a longer file', (copy: Uint8Array) => { const long = new Uint8Array(copy.length + 1); long.set(copy); return long; }, 2],
  ])('refuses %s, and then knows no word', (_, change, answer) => {
    expect(load(asset)).toBe(0);
    expect(load(change(asset.slice()))).toBe(answer);
    expect(isCommon('the')).toBe(false);
  });

  it('answers wrong at worst where rows are damaged', () => {
    const copy = asset.map((byte, i) => i < 36 ? byte : byte ^ 0xff);
    expect(load(copy)).toBe(0);
    expect([...letters(500)].map(isCommon).filter((answer) => typeof answer !== 'boolean')).toEqual([]);
  });
});
