import { describe, expect, it } from 'vitest';
import { PLAIN, readAs } from './read-as.ts';

const DIGITS: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };

describe('digits for letters', () => {
  it.each(PLAIN)('are read as letters inside words: %s', (plain) => {
    const hidden = plain.replace(/(?<=\p{L})[aeiost](?=\p{L})/gu, (letter, at: number) => (/[aeiost]/.test(plain[at - 1] ?? '') ? letter : DIGITS[letter] ?? letter));
    expect(hidden).not.toBe(plain);
    expect(readAs(hidden)).toBe(readAs(plain));
  });

  it('at the ends of a word too, where one stands inside it', () => {
    expect([readAs('4cc0un7'), readAs('p4ym3n7'), readAs('s3nd')]).toEqual(['account', 'payment', 'send']);
  });

  it('stay numbers where they may be numbers', () => {
    expect(readAs('room4 iphone12 covid19 b2b 5g 10am 1st usd500usdt a1234b mp3 4ever')).toBe('room0 iphone00 covid00 b0b 0g 00am 0st usd000usdt a0000b mp0 0ever');
  });
});
