import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NUDGE_TABLES, packRules } from '../../models/nudges/pack.ts';
import { COMMON } from '../../src/decide/nudges/table.ts';
import { openNudges, type PackedNudges } from '../../src/decide/nudges/read.ts';
import { corpusOf, LANGUAGES, nudgesIn, packed } from '../fixtures/nudges.ts';
import { fitsSomewhere, letterOf, stepsOf, tokensOf } from '../oracle/nudges.ts';
import { runs } from './runs.ts';

const tables = JSON.parse(packed) as PackedNudges;
const RULES = [...COMMON.phone, ...Object.values(NUDGE_TABLES).flatMap(({ address, school }) => [...address, ...school])];
const pieces = [
  ...LANGUAGES.flatMap((lang) => corpusOf(lang).slice(0, 60).flatMap(({ text }) => text.split(' '))),
  '0', '7', '07700', '900142', '+', '(', ')', '-', '.', '/', ' ', '  ', '?', '!', '\n', '14', '2026', '١٢', 'é', 'ß', '\u200d', '😀', '\ud800', ',',
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).chain((parts) => fc.constantFrom(' ', '').map((between) => parts.join(between)));

/** What the reader makes of a text, by the oracle's own means; folding as the tables say. */
function slowly(text: string): readonly string[] {
  let plain = [...text.toLowerCase()].flatMap((char) => char.split('')).map((unit) => {
    const at = tables.from.indexOf(unit);
    return at < 0 ? unit : tables.to[at] ?? '';
  }).join('');
  const burmese = [...new Set(packed.match(/[\u1000-\u109f]+/g))].sort((a, b) => b.length - a.length);
  let cut = '';
  while (plain !== '') {
    const word = burmese.find((one) => plain.startsWith(one));
    cut += word === undefined ? plain[0] as string : ` ${word} `;
    plain = plain.slice(word?.length ?? 1);
  }
  const tokens = tokensOf(cut);
  const lines = tables.words.map((words) => `;${tokens.map((token) => letterOf(words, token)).join('')};`.replace(new RegExp(tables.not, 'g'), 'w'));
  const ruled = Object.values(NUDGE_TABLES).map(({ address, school }) => [COMMON.phone, address, school]);
  return (['phone', 'address', 'school'] as const).filter((_, kind) => ruled.some((rules, n) => rules[kind]?.some((rule) => fitsSomewhere(rule, lines[n] as string).fits)));
}

describe('the reader of nudges', () => {
  it('says what a slow reading without regular expressions says', () => {
    fc.assert(fc.property(texts, (text) => { expect(nudgesIn(text)).toEqual(slowly(text)); }), runs(150));
  });

  it('says the same of a text whatever was read before', () => {
    fc.assert(fc.property(texts, texts, (before, text) => {
      nudgesIn(before);
      expect(nudgesIn(text)).toEqual(openNudges(packed)(text));
    }), runs(20));
  });

  it('never throws on any units', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => { expect(nudgesIn(text).length).toBeLessThanOrEqual(3); }), runs(300));
  });
});

describe('every rule costs the same at every place, whatever the text', () => {
  it('no rule reaches further than 24 letters or holds more than 24 places at once', () => {
    for (const rule of RULES) {
      expect(stepsOf(rule).reduce((sum, { most }) => sum + most, 0), rule).toBeLessThanOrEqual(24);
      const letters = [...new Set(rule.replace(/\{.*?\}/g, '').match(/\w/g))];
      fc.assert(fc.property(fc.array(fc.constantFrom(...letters, 'w', 'n', 'o'), { maxLength: 60 }), (line) => {
        expect(fitsSomewhere(rule, line.join('')).places).toBeLessThanOrEqual(24);
      }), runs(5));
    }
  });

  it.each(['(wk)+', 'w*k', 'w+k', 'a|b', 'w{2,}k', 'w{0,9}k', '(?=w)k', '\\w', '[^w]k', '.{0,2}.{0,2}.{0,2}.{0,2}k', 'w {0,2}'])('refused: %s', (rule) => {
    expect(() => packRules([rule])).toThrow(/rule/);
  });
});
