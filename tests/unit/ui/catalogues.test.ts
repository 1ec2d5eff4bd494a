import { describe, expect, it } from 'vitest';
import { digits, fill, noticeText, reasonText, type Catalogue, type MessageKey } from '../../../src/ui/catalogue.ts';
import { ar } from '../../../src/ui/catalogues/ar.ts';
import { en } from '../../../src/ui/catalogues/en.ts';
import { my } from '../../../src/ui/catalogues/my.ts';

const CATALOGUES: readonly Catalogue[] = [en, my, ar];
const keys = (catalogue: Catalogue): readonly string[] => Object.keys(catalogue.messages).sort();
const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).sort();
const SCRIPT: Readonly<Record<string, RegExp>> = { en: /\p{Script=Latin}/u, my: /\p{Script=Myanmar}/u, ar: /\p{Script=Arabic}/u };

describe.each(CATALOGUES.map((catalogue) => [catalogue.lang, catalogue] as const))('catalogue %s', (lang, catalogue) => {
  const texts = Object.entries<string>(catalogue.messages);

  it('has every text of English and no other', () => { expect(keys(catalogue)).toEqual(keys(en)); });

  it('fills the same places', () => {
    const of = (one: Catalogue): object => Object.fromEntries(Object.entries<string>(one.messages).map(([key, text]) => [key, places(text)]));
    expect(of(catalogue)).toEqual(of(en));
  });

  it('is in its script throughout, short, and without a judgement', () => {
    expect(texts.filter(([, text]) => !(SCRIPT[lang] as RegExp).test(text))).toEqual([]);
    expect(texts.filter(([, text]) => text.split(/\s+/u).length > 18 || text.length > 90)).toEqual([]);
    expect(texts.filter(([, text]) => /%|predator|groomer|suspicious|detected|dangerous|safe\b/iu.test(text))).toEqual([]);
    if (lang !== 'en') expect(texts.filter(([, text]) => /\p{Script=Latin}/u.test(text.replace(/\{\w+\}/gu, '')))).toEqual([]);
  });
});

describe('a text', () => {
  it('keeps what is filled in apart from the line around it', () => {
    expect(fill(en, 'hidden-image', { from: 'Ann' })).toBe('Hidden photo from \u2068Ann\u2069');
    expect(fill(en, 'hidden-image', { from: '{from}$&' })).toBe('Hidden photo from \u2068{from}$&\u2069');
    expect(fill(en, 'hidden-image')).toBe('Hidden photo from {from}');
  });

  it('that is missing reads as its code, and an unknown reason as unusual', () => {
    expect(fill({ ...en, messages: {} as Catalogue['messages'] }, 'hide')).toBe('hide');
    expect(fill(en, 'toString' as MessageKey)).toBe('toString');
    expect(reasonText(en, 'request')).toBe(en.messages['why-request']);
    for (const code of ['look-alike-to-come', '__proto__', 'constructor', '']) expect(reasonText(en, code)).toBe(en.messages['why-other']);
  });

  it('of a notice is each fact once, and that there is one where no fact has a text', () => {
    expect(noticeText(en, ['name-like-blocked', 'not-a-contact', 'name-like-blocked', 'picture-like-blocked'])).toEqual([
      en.messages['notice-name-like-blocked'], en.messages['notice-picture-like-blocked']]);
    for (const reasons of [[], ['has-link'], ['constructor', '__proto__', 'other-to-come']]) expect(noticeText(en, reasons)).toEqual([en.messages['notice-other']]);
  });

  it('has the language\'s digits', () => {
    expect([en, my, ar].map((one) => digits(one, 120))).toEqual(['120', '၁၂၀', '١٢٠']);
    expect(digits({ ...en, digits: '12' }, 120)).toBe('120');
  });
});
