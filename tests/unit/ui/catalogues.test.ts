import { describe, expect, it } from 'vitest';
import type { Loosened, LoosenedCode } from '../../../src/contract/explain-change.ts';
import type { OutgoingNudge, OutgoingReason } from '../../../src/contract/outgoing.ts';
import type { RequestFact } from '../../../src/contract/request-friction.ts';
import { countText, digits, fill, reasonText, useCatalogue, type Catalogue, type MessageKey } from '../../../src/ui/catalogue.ts';
import { ar } from '../../../src/ui/catalogues/ar.ts';
import { en } from '../../../src/ui/catalogues/en.ts';
import { my } from '../../../src/ui/catalogues/my.ts';
import { factText, labelText, loosenedText, nudgeText, refusedText } from '../../../src/ui/texts.ts';
import { CATALOGUES, scriptOf } from './languages.ts';

const keys = (catalogue: Catalogue): readonly string[] => Object.keys(catalogue.messages).sort();
const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).sort();

describe.each(CATALOGUES.map((catalogue) => [catalogue.lang, catalogue] as const))('catalogue %s', (lang, catalogue) => {
  const texts = Object.entries<string>(catalogue.messages);

  it('has every text of English and no other', () => { expect(keys(catalogue)).toEqual(keys(en)); });

  it('fills the same places', () => {
    const of = (one: Catalogue): object => Object.fromEntries(Object.entries<string>(one.messages).map(([key, text]) => [key, places(text)]));
    expect(of(catalogue)).toEqual(of(en));
  });

  it('is in its script throughout, short, and without a judgement', () => {
    expect(texts.filter(([, text]) => !scriptOf(lang).test(text.replace(/\{\w+\}/gu, '')))).toEqual([]);
    expect(texts.filter(([, text]) => text.split(/\s+/u).length > 18 || text.length > 90)).toEqual([]);
    expect(texts.filter(([, text]) => /%|predator|groomer|suspicious|detected|dangerous|safe\b/iu.test(text))).toEqual([]);
    if (!scriptOf(lang).test('a')) expect(texts.filter(([, text]) => /\p{Script=Latin}/u.test(text.replace(/\{\w+\}/gu, '')))).toEqual([]);
  });
});

/** Every code; TypeScript names one that is missing. */
const LOOSENED: Readonly<Record<LoosenedCode, Loosened['who']>> = {
  'reach-requests': 'strangers', 'reach-chats': 'groups', 'adults-stay-denied': 'adults', 'links-live': 'requests', 'media-shown': 'requests', 'floods-heard': 'strangers', 'nudges-off': 'strangers', 'forwards-off': 'everybody',
  'words-off': 'everybody', 'words-fewer': 'everybody', 'words-weaker': 'everybody', 'words-passed': 'everybody', 'people-exempt': 'everybody', 'notices-off': 'everybody', 'scam-off': 'everybody', 'blocked-off': 'strangers', 'impersonation-off': 'strangers', 'chain-off': 'everybody', 'contact-off': 'strangers', 'cues-off': 'strangers',
};
const NUDGES: Readonly<Record<OutgoingNudge, true>> = { phone: true, address: true, school: true, limited: true };
const REFUSED: Readonly<Record<OutgoingReason, true>> = { 'minor-not-connected': true, 'child-not-connected': true };
const FACTS: Readonly<Record<RequestFact, true>> = { limited: true, 'not-encrypted': true };

describe.each(CATALOGUES.map((catalogue) => [catalogue.lang, catalogue] as const))('for an app’s own screens, in %s', (_lang, catalogue) => {
  const loosened = Object.entries(LOOSENED).map(([code, who]) => loosenedText({ code: code as LoosenedCode, who }, catalogue));

  it('every code has a line of its own, filled in', () => {
    expect(new Set(loosened).size).toBe(loosened.length);
    const nudges = Object.keys(NUDGES).map((code) => nudgeText(code as OutgoingNudge, catalogue));
    expect(new Set(nudges).size).toBe(nudges.length);
    const all = [...loosened, ...nudges, ...Object.keys(REFUSED).map((code) => refusedText(code as OutgoingReason, catalogue)), ...Object.keys(FACTS).map((code) => factText(code as RequestFact, catalogue))];
    expect(all.filter((text) => /[{}]/u.test(text) || Object.keys(catalogue.messages).includes(text))).toEqual([]);
    for (const kind of ['loosened-other', 'nudge-other', 'refused-other'] as const) expect(all).not.toContain(catalogue.messages[kind]);
  });

  it('who is let in is named, each source by its own words', () => {
    const lines = (['connected', 'mutual', 'strangers', 'groups'] as const).map((who) => {
      const line = loosenedText({ code: 'reach-chats', who }, catalogue);
      expect(line).toContain(`\u2068${catalogue.messages[`who-${who}`]}\u2069`);
      return line;
    });
    expect(new Set(lines).size).toBe(4);
  });

  it('a code of a newer version reads as something, not as its code', () => {
    for (const code of ['to-come', 'constructor', '__proto__']) {
      expect(loosenedText({ code: code as LoosenedCode, who: code as Loosened['who'] }, catalogue)).toBe(catalogue.messages['loosened-other']);
      expect([nudgeText(code as OutgoingNudge, catalogue), refusedText(code as OutgoingReason, catalogue)]).toEqual([catalogue.messages['nudge-other'], catalogue.messages['refused-other']]);
    }
  });
});

it('the lines for an app follow the language in use', () => {
  useCatalogue(my);
  expect([nudgeText('phone'), factText('not-encrypted'), labelText('nudge-send')]).toEqual([my.messages['nudge-phone'], my.messages['fact-not-encrypted'], my.messages['nudge-send']]);
  useCatalogue(en);
  expect([loosenedText({ code: 'scam-off', who: 'everybody' }), refusedText('minor-not-connected')]).toEqual([en.messages['loosened-scam-off'], en.messages['refused-minor-not-connected']]);
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

  it('that counts has the plural form and digits of its language (CLDR); without such a text there is none', () => {
    const said = (catalogue: Catalogue): readonly (string | undefined)[] => [1, 2, 5, 11, 100].map((count) => countText(catalogue, 'help-count', count));
    expect(said(en)).toEqual(['1 service', '2 services', '5 services', '11 services', '100 services']);
    expect(said(ar)).toEqual(['خدمة واحدة', 'خدمتان', '٥ خدمات', '١١ خدمة', '١٠٠ خدمة']);
    expect(said(my)).toEqual(['ဝန်ဆောင်မှု ၁ ခု', 'ဝန်ဆောင်မှု ၂ ခု', 'ဝန်ဆောင်မှု ၅ ခု', 'ဝန်ဆောင်မှု ၁၁ ခု', 'ဝန်ဆောင်မှု ၁၀၀ ခု']);
    const { counts: _, ...older } = en;
    expect(countText(older, 'help-count', 2)).toBeUndefined();
  });

  it('has the language\'s digits', () => {
    expect([en, my, ar].map((one) => digits(one, 120))).toEqual(['120', '၁၂၀', '١٢٠']);
    expect(digits({ ...en, digits: '12' }, 120)).toBe('120');
  });
});
