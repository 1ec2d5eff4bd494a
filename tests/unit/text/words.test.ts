import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/contract/limits.ts';
import type { TextKernel, WordEntry } from '../../../src/text/text-kernel.ts';
import { atOnce, listSlices } from '../../../src/text/word-list.ts';
import { KINDS, makeKernel } from '../../property/runs.ts';

/** Hits of one text as `entry:slice`. */
function hitsOf(kernel: TextKernel, text: string): string[] {
  try {
    kernel.read([{ text, scored: false }]);
    return kernel.match().hits.map(({ start, end, entry }) => `${entry}:${text.slice(start, end)}`);
  } finally {
    kernel.wipe();
  }
}

const words = (...texts: readonly string[]): WordEntry[] => texts.map((text, entry) => ({ text, entry }));

describe.each(KINDS)('hidden words in the %s kernel', (kind) => {
  const kernel = makeKernel(kind);

  it.each<[string, readonly WordEntry[], string, readonly string[]]>([
    ['a whole word, with what is glued to it', words('bad'), 'bad, BAD! badly unbad bad1 bad_x x-bad', ['0:bad', '0:BAD', '0:bad1', '0:bad_x', '0:bad']],
    ['the start of a word', [{ text: 'bad', match: 'prefix', entry: 9 }], 'bad badly unbad', ['9:bad', '9:bad']],
    ['anywhere', [{ text: 'bad', match: 'anywhere', entry: 4294967295 }], 'unbadly', ['4294967295:bad']],
    ['a phrase over a line break', words('foo bar'), 'a foo \n bar.', ['0:foo \n bar']],
    ['nested and overlapping', words('a b', 'b c', 'b'), 'a b c', ['0:a b', '2:b', '1:b c']],
    ['a disguise, its marks and the joiner within', words('bad'), '[Ｂ\u0301a\u200bd\u0301\ufe0f\u200b]', ['0:Ｂ\u0301a\u200bd\u0301\ufe0f']],
    ['an elision as part of a short word only', words('ai', 'idiot', 'hui'), "j'ai ai l’idiot aujourd'hui", ['0:ai', '1:idiot']],
    ['a genitive after the word', words('idiot', 'don'), "idiot's idiots' don't", ['0:idiot']],
    ['scripts without spaces', words('かな', '字', 'กา', 'က'), 'ひらかなの漢字กากิ ကက ကို', ['0:かな', '1:字', '2:กา', '3:က', '3:က']],
    ['kana with its voicing mark, not without', words('か', 'が'), 'が か か\u3099', ['1:が', '0:か', '1:か\u3099']],
    ['emoji beside letters, with any skin tone', words('👍'), 'a👍b 👍🏽 👍\ufe0f', ['0:👍', '0:👍🏽', '0:👍\ufe0f']],
    ['no part of a joined emoji', words('👩', '👧', '👩\u200d👧'), '👩\u200d👧 👧', ['2:👩\u200d👧', '1:👧']],
    ['no flag across two flags', words('🇩🇪'), '🇧🇩🇪🇸 🇩🇪', ['0:🇩🇪']],
    ['signs need no edges', words('c++', '$$'), 'xc++ c++x a$$b', ['0:c++', '1:$$']],
    ['part of one character only anywhere', [{ text: 'ffi', entry: 0 }, { text: 'ff', match: 'anywhere', entry: 1 }], 'ﬃ', ['1:ﬃ', '0:ﬃ']],
  ])('finds %s', (_, entries, text, hits) => {
    expect(kernel.setWords(entries)).toEqual([]);
    expect([...hitsOf(kernel, text)].sort()).toEqual([...hits].sort());
  });

  it('names surface and range, and lets nothing match across surfaces', () => {
    kernel.setWords(words('foo bar', 'bar'));
    kernel.read([{ text: '', scored: false }, { text: 'x foo', scored: true }, { text: 'bar foo bar', scored: false }]);
    const { hits } = kernel.match();
    kernel.wipe();
    expect(hits).toEqual([
      { surface: 2, start: 0, end: 3, entry: 1, how: 0 }, { surface: 2, start: 4, end: 11, entry: 0, how: 0 }, { surface: 2, start: 8, end: 11, entry: 1, how: 0 },
    ]);
  });

  it('names what cannot match, and keeps the rest', () => {
    const entries: WordEntry[] = [
      ...words('good', '', ' \n ', '\u200b\u0301', 'x'.repeat(LIMITS.wordUnits + 1), 'GOOD', ' ｇｏｏｄ '),
      { text: 'good', match: 'anywhere', entry: 20 }, { text: 'good', entry: 21, list: 63 },
    ];
    expect(kernel.setWords(entries)).toEqual([
      { index: 1, why: 'empty' }, { index: 2, why: 'empty' }, { index: 3, why: 'empty' }, { index: 4, why: 'too-long' },
      { index: 5, why: 'duplicate' }, { index: 6, why: 'duplicate' },
    ]);
    expect(hitsOf(kernel, 'good')).toEqual(['0:good', '20:good', '21:good']);
  });

  it('makes no call for an empty list, and forgets the old one', () => {
    kernel.setWords(words('old'));
    kernel.setWords([]);
    const calls = kernel.counts.match;
    expect(hitsOf(kernel, 'old')).toEqual([]);
    expect(kernel.counts.match).toBe(calls);
  });

  it('holds no word of the old list after a new one', () => {
    kernel.setWords(words('quagga'));
    const old = kernel.exports;
    kernel.setWords(words('zebra'));
    expect(kernel.exports).not.toBe(old);
    const memory = Buffer.from(kernel.exports.memory.buffer);
    expect(memory.includes(Buffer.from('zebra', 'utf16le'))).toBe(true);
    expect(memory.includes(Buffer.from('quagga', 'utf16le'))).toBe(false);
  });

  it('reports 256 hits and says that there are more', () => {
    kernel.setWords(words('a'));
    kernel.read([{ text: 'a '.repeat(256), scored: false }]);
    expect([kernel.match().hits.length, kernel.match().capped]).toEqual([256, false]);
    kernel.wipe();
    kernel.read([{ text: 'a '.repeat(257), scored: false }]);
    const { hits, capped } = kernel.match();
    kernel.wipe();
    expect([hits.length, capped]).toEqual([256, true]);
  });

  it('tells apart words whose symbols are the same', () => {
    // Two Han characters each: far more words than pairs of symbol classes.
    const pairs = Array.from({ length: 5000 }, (_, i) => String.fromCharCode(0x4e00 + i % 71, 0x5000 + Math.floor(i / 71)));
    kernel.setWords(words(...pairs));
    for (const i of [0, 1, 2500, 4999]) expect(hitsOf(kernel, `很${pairs[i]}很`)).toEqual([`${i}:${pairs[i]}`]);
    expect(hitsOf(kernel, String.fromCharCode(0x4e00 + 70, 0x5000 + 71))).toEqual([]);
  });

  it('says limit-exceeded, and nothing of the words, where memory cannot grow', () => {
    for (const full of [{ listBegin: () => 1 }, { listBuild: () => 1 }]) {
      const error = ((): unknown => {
        try {
          return atOnce(listSlices({ ...makeKernel(kind).exports, ...full }, words('quagga')));
        } catch (thrown) {
          return thrown;
        }
      })();
      expect(error).toMatchObject({ code: 'limit-exceeded' });
      expect(String(error)).not.toContain('quagga');
    }
  });
});
