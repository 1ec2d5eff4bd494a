// The search is linear in the text, whatever it holds and whatever is listed. Its own steps are counted, which its limit is made of, and
// every turn of every loop from the folding to the wiping; not the time.

import { beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/contract/limits.ts';
import { ALL_TERMS } from '../../fixtures/disguises/cases.ts';
import { countedKernel, type CountedKernel } from '../../fixtures/counted-kernel.ts';
import { exponent } from '../../fixtures/exponent.ts';
import { KINDS } from '../../property/runs.ts';

const SIZES = [1_000, 1_400, 2_000, 2_800, 4_000, 8_000, 16_000, 32_000, 60_000];
const LIMIT = 1.2;

interface Search {
  readonly steps: number;
  /** Of loops, these steps among them. */
  readonly turns: number;
  /** Units of the text as it is searched. */
  readonly folded: number;
  readonly capped: boolean;
}

function search({ kernel, stepsOf }: CountedKernel, text: string): Search {
  let found = { steps: 0, folded: 0, capped: false };
  const turns = stepsOf(() => {
    const { units: folded } = kernel.read([{ text, scored: false }]);
    const { capped } = kernel.match();
    found = { steps: kernel.exports.workDone(), folded, capped };
    kernel.wipe();
  });
  return { ...found, turns };
}

const filled = (part: string) => (units: number): string => part.repeat(Math.ceil(units / part.length)).slice(0, units);

const TEXTS: readonly (readonly [name: string, make: (units: number) => string])[] = [
  ['one letter', filled('a')],
  ['laughter', filled('hahahahaha ')],
  ['laughter without end', filled('lolo')],
  ['one letter of a listed word, doubled', filled('ff')],
  ['a listed word, over and over without a gap', filled('marzipan')],
  ['near misses', filled('marzipam ')],
  ['disguised near misses', filled('m4rz1p4m ')],
  ['near misses with spaces', filled('m a r z i p a m ')],
  ['spaced single letters', filled('a b ')],
  ['spaced letters of one word', filled('o ')],
  ['one separator', filled('-')],
  ['a letter, then separators without end', (units) => `m${filled('-')(units - 1)}`],
  ['letters and separators', filled('m-a.r*z_')],
  ['letters far apart', filled('m------------')],
  ['all masks', filled('*')],
  ['brackets that are not closed', filled('(a')],
  ['brackets by themselves', (units) => `m${filled('(')(units - 1)}`],
  ['a letter and a mask', filled('m*')],
  ['twice masked words', filled('m*rzip*n ')],
  ['masked last letters', filled('marzipo* ')],
  ['masked first letters', filled('*arzipam ')],
  ['masks among marks of their kind', filled('m*a*r***')],
  ['joined phrases', filled('garden-gnom-')],
  ['signs for letters, alone', filled('@ ¢ ° r m ')],
  ['strokes', filled('|\\/')],
  ['strokes before letters', filled('|\\|ectarim ')],
  ['runs longer than a passage', (units) => `m${filled('a'.repeat(3_000) + 'r'.repeat(3_000))(units - 1)}`],
  ['parts of words turned round', filled('mar\u202epiz\u202cam ')],
  ['all ambiguous', filled('1!|')],
  ['digits', filled('4815162342')],
  ['leet without a gap', filled('5p47ul4')],
  ['stretched without end', (units) => `marzi${filled('p')(units - 8)}an `],
  ['stretched a little, everywhere', filled('mmmaaarrrzzziiipppaaannn')],
  ['zalgo', filled('m\u0301\u0302\u0303\u0304\u0305\u0306\u0307a\u0308\u0309\u030a\u030b')],
  ['marks without end', (units) => `m${filled('\u0301')(units - 1)}`],
  ['no width without end', (units) => `m${filled('\u200b\u200d')(units - 1)}`],
  ['look-alikes without a gap', filled('мarzіраn')],
  ['circled letters', filled('ⓜⓐⓡⓩⓘⓟⓐⓝ')],
  ['parenthesised letters', filled('⒨⒜⒭⒵')],
  ['flags', filled('🇲🇦🇷🇿')],
  ['emoji between letters', filled('m🙂a🙂')],
  ['emoji without end', filled('👩\u200d')],
  ['newlines', filled('m\n\n')],
  ['overrides', filled('\u202emapizram\u202c ')],
  ['an override and no end', (units) => `\u202e${filled('mapizram ')(units - 1)}`],
  ['percent signs', filled('https://example.org/%6d%61%72%7a')],
  ['percent signs without end', (units) => `https://example.org/${filled('%6d')(units - 20)}`],
  ['hashtags', filled('#MarziPamMarzi')],
  ['underscores and digits', filled('marzipam_1_')],
  ['Burmese', filled('ကိုယ့်')],
  ['Han', filled('漢')],
  ['Han characters apart', filled('人.工*智、啊 ')],
  ['Han characters apart, of one word', filled('天天 天 ')],
  ['Thai clusters apart', filled('ส วั ส. ดา ')],
  ['Burmese syllables apart', filled('မင်္ဂ.လာ-')],
  ['emoji between Han characters', filled('哈👩\u200d👩🙂天')],
];

/** What people list; some of it has few letters, over and over. */
const LISTED: readonly string[] = [...ALL_TERMS, 'hahaha', 'lolol', 'oooh', 'aaargh', 'zzz', 'tutu', 'illicit', 'mammal', 'murmur', 'o to a b', '人工智能', '天天向上', '哈哈哈', 'สวัสดี', 'မင်္ဂလာပါ'];

/** Lists that nearly everything in a text is a hit or a near miss of: words that go far into a trie and never end. */
const GREEDY: readonly string[] = [
  ...LISTED, 'marzipa', 'zipan', 'mamamamamamab', 'illolliloilb', 'lililililililib', 'looooooolb', 'o a o a o a b', 'a', 'o', 'm', 'aa', 'aaa',
  'a a', 'il', 'li', 'lil', 'ill', ...Array.from({ length: 60 }, (_, i) => `${'a'.repeat(i + 4)}b`),
];

/** Of assembly/match/work.ts: the search may take so many, and so many more for each folded unit. */
const STEPS_BASE = 1_048_576;
const STEPS_PER_UNIT = 16;

describe.each(KINDS)('steps of the search in the %s kernel', (kind) => {
  const counted = countedKernel(kind);
  const { kernel } = counted;
  const list = (words: readonly string[]): void => { kernel.setWords(words.map((text, entry) => ({ text, entry }))); };

  describe('with words that people list', () => {
    beforeAll(() => { list(LISTED); });

    it.each(TEXTS)('grow no faster than the text: %s', (_, make) => {
      const searches = SIZES.map((units) => search(counted, make(units)));
      // Up to where the limit would cut the growth short, and then it is met for good.
      const whole = searches.findIndex(({ capped }) => capped);
      const within = whole < 0 ? searches : searches.slice(0, whole);
      expect(within.length).toBeGreaterThanOrEqual(4);
      expect(exponent(SIZES, within.map(({ steps }) => steps))).toBeLessThan(LIMIT);
      expect(exponent(SIZES, within.map(({ turns }) => turns))).toBeLessThan(LIMIT);
      for (const { steps, turns } of within) expect(turns).toBeGreaterThan(Math.max(steps / 16, 100));
      expect(searches.slice(within.length).filter(({ capped }) => !capped)).toEqual([]);
    });

    it('are those of what is read where a text is longer: a million letters', () => {
      const all = search(counted, 'a'.repeat(1_000_000));
      expect(all).toEqual(search(counted, 'a'.repeat(LIMITS.messageUnits)));
    });

    it('are forgotten with the text', () => {
      expect(search(counted, 'm4rz1p4n').steps).toBeGreaterThan(0);
      expect(kernel.exports.workDone()).toBe(0);
    });
  });

  it('have a limit that no list gets past, and one that is met is said', () => {
    list(GREEDY);
    for (const [name, make] of [...TEXTS, ['a listed word, over and over', filled('marzipan ')], ['one of few letters', filled('a a o ')]] as typeof TEXTS) {
      for (const units of [1_000, 60_000]) {
        const { steps, capped, folded } = search(counted, make(units));
        const limit = STEPS_BASE + STEPS_PER_UNIT * folded;
        expect(steps, name).toBeLessThan(limit + 2_000);
        if (steps >= limit) expect(capped, name).toBe(true);
      }
    }
  });
});

it('the measure sees a search that is not linear', () => {
  expect(exponent(SIZES, SIZES.map((units) => units * Math.log2(units)))).toBeLessThan(LIMIT);
  expect(exponent(SIZES, SIZES.map((units) => units ** 1.3))).toBeGreaterThan(LIMIT);
});
