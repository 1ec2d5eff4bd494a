import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LATIN_LIKE } from '../../oracle/undisguise.ts';
import { PLAIN, readAs } from './read-as.ts';

describe('letters of other scripts', () => {
  it.each(PLAIN)('are read in the script of the word: %s', (plain) => {
    const cyrillic: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', i: 'і', o: 'о', p: 'р', s: 'ѕ', x: 'х', y: 'у' };
    expect(readAs(plain.replace(/[aceiopsxy]/g, (letter) => cyrillic[letter] ?? letter))).toBe(readAs(plain));
  });

  it('Latin ones in Russian words, and in a Latin text words all of Cyrillic ones', () => {
    expect(readAs('cpoчнo пepeвeдитe')).toBe('срочно переведите');
    expect(readAs('send the саѕе')).toBe('send the case');
  });

  it('are themselves where a text has words of both scripts', () => {
    expect(readAs('скачай whatsapp, вот ссылка: сор')).toBe('скачаи whatsapp, вот ссылка: сор');
    expect(readAs('λόγος')).toBe(readAs('λόγος'.normalize('NFD')));
  });

  it('are those of UTS #39: the letter or its capital has the Latin letter or its capital for a prototype, marks aside', () => {
    const lines = readFileSync(new URL('../../../assembly/tables/data/confusables-17.0.0.tsv', import.meta.url), 'utf8').split('\n').filter((line) => /^[0-9A-F]/.test(line)).map((line) => line.split('\t'));
    const prototypes = new Map(lines.map(([from = '', to = '']) => [String.fromCodePoint(parseInt(from, 16)), to.split(' ').map((cp) => String.fromCodePoint(parseInt(cp, 16))).join('')]));
    const withoutMarks = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '');
    const looks = (letter: string): readonly string[] => [letter, letter.toUpperCase(), withoutMarks(letter)].map((one) => withoutMarks(prototypes.get(one) ?? one));
    const alike = ([a, b]: readonly [string, string]): boolean => looks(a).some((look) => [b, b.toUpperCase(), ...looks(b)].includes(look));
    expect(Object.entries(LATIN_LIKE).filter((pair) => !alike(pair)).map((pair) => pair.join(' '))).toEqual([]);
  });
});
