import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/build/catalogues.ts';
import { reviewForward, type Forwarded } from '../../../src/contract/forwarding.ts';
import { en } from '../../../src/ui/catalogues/forward/en.ts';
import { forwardLimitText, forwardText, type ForwardKey } from '../../../src/ui/forward/forward-words.ts';
import { FORWARD_CATALOGUES, scriptOf } from './languages.ts';
import { UNTRUE, UNTRUE_SAID } from './untrue-words.ts';

const words = (text: string): number => text.split(/\s+/u).length;

describe.each(FORWARD_CATALOGUES.map((catalogue) => [catalogue.lang, catalogue] as const))('the pause in %s', (lang, catalogue) => {
  const own = Object.entries(readCatalogue(lang).forwards);

  it('has every text of English and no other, each in its own words, and no places', () => {
    expect(own.map(([key]) => key)).toEqual(Object.keys(readCatalogue('en').forwards));
    expect(own.filter(([key, text]) => forwardText(catalogue, key.slice('forward-'.length) as ForwardKey) !== text || text.includes('{'))).toEqual([]);
    expect(new Set(own.map(([, text]) => text)).size).toBe(own.length);
  });

  it('is in its script throughout, and short', () => {
    expect(own.filter(([, text]) => !scriptOf(lang).test(text))).toEqual([]);
    expect(own.filter(([, text]) => words(text) > 18 || text.length > 100)).toEqual([]);
    if (!scriptOf(lang).test('a')) expect(own.filter(([, text]) => /\p{Script=Latin}/u.test(text))).toEqual([]);
  });

  it('says a card in some 35 words and four actions, but for the line that says where it was worked out', () => {
    const cards: readonly Forwarded[] = [{ notices: [{ kind: 'chain' }] }, { hops: 5 }, { hops: 5, notices: [{ kind: 'chain' }] }, { marked: 'harmful' }, { marked: 'reported', hops: 5 }, { notices: [{ kind: 'scam' }] }, { marked: 'harmful', hops: 5, notices: [{ kind: 'scam' }] }];
    for (const { card, because, mostChats, actions } of cards.map((known) => reviewForward(known))) {
      const keys = [`title-${card ?? ''}`, ...because.slice(0, 2).map((code) => `why-${code}`), `matters-${card ?? ''}`, ...mostChats === 1 ? ['limit-1'] : []] as readonly ForwardKey[];
      expect(keys.reduce((sum, key) => sum + words(forwardText(catalogue, key)), 0)).toBeLessThanOrEqual(lang === 'en' ? 35 : 42);
      expect(actions.length).toBeLessThanOrEqual(4);
    }
  });

  it('tells the two limits apart, and who has read it', () => {
    expect(forwardLimitText(1, catalogue)).not.toBe(forwardLimitText(5, catalogue));
    expect(catalogue.review).toBe(lang === 'en' ? 'source' : 'awaiting');
  });
});

it('a catalogue without these texts reads as their codes', () => {
  expect(forwardText({ ...en, messages: {} as typeof en.messages }, 'title-report-it')).toBe('title-report-it');
});

it('knows no number', () => {
  for (const catalogue of FORWARD_CATALOGUES) expect(Object.entries(catalogue.messages).filter(([key, text]) => key.startsWith('forward-') && /\p{Nd}|%/u.test(text))).toEqual([]);
});

describe.each(FORWARD_CATALOGUES.map(({ lang }) => lang))('what is said of chain messages in %s', (lang) => {
  const untrue = UNTRUE[lang] as RegExp;
  const { messages, notices, reports, forwards } = readCatalogue(lang);
  const ofChains = Object.entries({ ...messages, ...notices, ...reports, ...forwards })
    .filter(([key]) => /chain|forward|passed-on|several-copies|mass-message/u.test(key));

  it('calls nothing false, fake, a rumour or a crime', () => {
    expect(ofChains.length).toBeGreaterThanOrEqual(Object.keys(forwards).length + 9);
    expect(ofChains.filter(([, text]) => untrue.test(text))).toEqual([]);
  });

  it('would be seen to', () => {
    expect(UNTRUE_SAID[lang]?.length).toBe(4);
    expect(UNTRUE_SAID[lang]?.filter((text) => !untrue.test(text))).toEqual([]);
  });
});
