// One language's word does not hide another's: stand-ins that are words of two languages.

import { beforeAll, describe, expect, it } from 'vitest';
import { verdictOf } from '../worker/engine-kit.ts';
import { compile, engineWith } from './list-kit.ts';

/** German "gift" (poison) is English too. "snabb" is Swedish for quick, and stands in for an English word. */
const FILES = { 'de.txt': 'gift\nzwetschge\n', 'en.txt': 'snabb\nplumplum\n' };

let assets: Record<string, ArrayBuffer>;
beforeAll(async () => { assets = await compile(FILES); });

const delivery = async (lists: readonly string[], text: string): Promise<string> => {
  const { engine } = await engineWith(assets, { lists });
  return (await verdictOf(engine, { text })).delivery;
};

describe('a listed word that is everyday elsewhere', () => {
  it.each([
    ['in its own language', ['de'], 'das ist ein Gift und ich bin nicht da', 'hidden'],
    ['in the other', ['de'], 'this is a gift for you and for me', 'requests'],
    ['in the other, which is not English', ['en'], 'det är snabb att du inte är här', 'requests'],
    ['in English, listed there', ['en'], 'where is the snabb that you have', 'hidden'],
    ['alone, and everyday English', ['de'], 'gift', 'requests'],
    ['alone, listed in English', ['en'], 'snabb', 'hidden'],
    ['with the other language’s list on too', ['de', 'en'], 'this is a gift for you and for me', 'requests'],
  ])('%s', async (_name, lists, text, expected) => {
    expect(await delivery(lists, text)).toBe(expected);
  });

  it('is not saved by another language’s words around it where it is no word of that language', async () => {
    expect(await delivery(['en'], 'det är plumplum att du inte är här')).toBe('hidden');
    expect(await delivery(['de'], 'this is a zwetschge for you and for me')).toBe('hidden');
  });

  it('is judged anew in each message', async () => {
    const { engine } = await engineWith(assets, { lists: ['de'] });
    const texts = ['this is a gift for you', 'das ist ein gift und nicht', 'this is a gift for you'];
    const verdicts = [];
    for (const text of texts) verdicts.push((await verdictOf(engine, { text })).delivery);
    expect(verdicts).toEqual(['requests', 'hidden', 'requests']);
  });
});
