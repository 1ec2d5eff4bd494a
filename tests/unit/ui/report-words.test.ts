import { describe, expect, it } from 'vitest';
import { CATEGORIES, URGENCIES, URGENCY_REASONS } from '../../../src/contract/report-categories.ts';
import { countText } from '../../../src/ui/catalogue.ts';
import { en } from '../../../src/ui/catalogues/report/en.ts';
import { readCatalogue } from '../../../scripts/build/catalogues.ts';
import { wordsOf, type ReportKey } from '../../../src/ui/report/report-words.ts';
import { REPORT_CATALOGUES, scriptOf } from './languages.ts';

const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).sort();

/** "In this conversation", as the language's other texts call one. */
const HERE: Readonly<Record<string, string>> = {
  en: 'in this conversation', de: 'in diesem Chat', fr: 'dans cette discussion', es: 'en este chat', pt: 'nesta conversa', id: 'dalam obrolan ini', hi: 'इस चैट में', ar: 'في هذه الدردشة', my: 'ဤစကားဝိုင်းတွင်',
};

describe.each(REPORT_CATALOGUES.map((catalogue) => [catalogue.lang, catalogue] as const))('the report screen in %s', (lang, catalogue) => {
  const own = Object.entries(readCatalogue(lang).reports).filter(([, text]) => !text.includes('plural'));
  const { say } = wordsOf(catalogue);

  it('has every text of English and no other, with the same places', () => {
    const of = (one: string): object => Object.fromEntries(Object.entries(readCatalogue(one).reports).map(([key, text]) => [key, text.includes('plural') ? [] : places(text)]));
    expect(of(lang)).toEqual(of('en'));
    expect(Object.keys(catalogue.messages).filter((key) => key.startsWith('report-'))).toHaveLength(own.length);
  });

  it('is in its script throughout, and short', () => {
    expect(own.filter(([, text]) => !scriptOf(lang).test(text.replace(/\{\w+\}/gu, '')))).toEqual([]);
    expect(own.filter(([, text]) => text.split(/\s+/u).length > 18 || text.length > 90)).toEqual([]);
    if (!scriptOf(lang).test('a')) expect(own.filter(([, text]) => /\p{Script=Latin}/u.test(text.replace(/\{\w+\}/gu, '')))).toEqual([]);
  });

  it('names every category, urgency and reason, each in its own words', () => {
    for (const [kind, codes] of [['category', CATEGORIES], ['urgency', URGENCIES], ['reason', URGENCY_REASONS]] as const) {
      const texts = codes.map((code) => say(`${kind}-${code}` as ReportKey));
      expect(new Set(texts).size).toBe(codes.length);
      expect(texts.filter((text, at) => text === `${kind}-${codes[at] as string}`)).toEqual([]);
    }
  });

  it('counts in its plural forms, and says who has read it', () => {
    for (const key of ['report-count', 'report-times', 'report-senders'] as const) for (const count of [1, 2, 5, 30]) expect(countText(catalogue, key, count)).toMatch(/\p{L}/u);
    // Only who wrote here is counted, and the sentence says so: what else came to the device is not looked at.
    for (const count of [1, 3]) expect(countText(catalogue, 'report-senders', count)).toContain(HERE[lang]);
    expect(catalogue.review).toBe(lang === 'en' ? 'source' : 'awaiting');
  });
});

it('a catalogue without these texts reads as their codes', () => {
  const { counts: _, ...plain } = { ...en, messages: {} as typeof en.messages };
  const { say, count } = wordsOf(plain);
  expect([say('send'), count('report-count', 3)]).toEqual(['send', '3']);
  expect(wordsOf(en).count('report-count', 1)).toBe('1 message');
});
