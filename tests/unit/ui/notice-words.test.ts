import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, it } from 'vitest';
import type { Notice, NoticeKind, NoticeLevel, ReasonCode } from '../../../src/contract/verdict.ts';
import { noticeActions } from '../../../src/decide/notice-actions.ts';
import { readCatalogue } from '../../../scripts/build/catalogues.ts';
import { ACCOUNT_FACTS_MAX, CHAIN_FACTS_MAX, noticeCopy, QUIET } from '../../../src/ui/notice-copy.ts';
import { en } from '../../../src/ui/catalogues/notices/en.ts';
import { NOTICE_CATALOGUES } from './languages.ts';

/** The rules of research/signals.md §7 for copy: short, easy, facts and no accusation, in every language. */

/** Accusations, crimes and alarms, and the same in each language. */
const NEVER: Readonly<Record<string, RegExp>> = {
  en: /predator|groom|suspicious|detected|danger(?:ous)?\b(?! right now)|criminal|scammer|fraud|thief|theft|blackmail|extort|paedo|pedo|stranger danger|abus|suspect|perpetrator|victim/iu,
  es: /depredador|acosador|sospechos|detectad|delincuente|criminal|fraude|estafador|estafa|robo\b|chantaje|extorsi|abus|v[ií]ctima/iu,
  pt: /predador|aliciador|suspeit|detectad|detetad|criminos|fraude|golpista|burla|roubo|chantagem|extors|abus|v[ií]tima/iu,
  fr: /pr[ée]dateur|p[ée]dophile|suspect|d[ée]tect|criminel|d[ée]linquant|fraude|escroc|escroquerie|vol\b|chantage|extorsion|abus|victime/iu,
  de: /raubtier|t[äa]ter|groom|verd[äa]chtig|erkannt\b.*gefahr|kriminell|verbrech|betrug|betr[üu]ger|diebstahl|erpress|missbrauch|opfer/iu,
  hi: /शिकारी|दरिंद|संदिग्ध|अपराध|धोखाधड़ी|धोखेबाज़|ठग|चोर|ब्लैकमेल|जबरन|शोषण|पीड़ित/u,
  id: /predator|pemangsa|mencurigakan|terdeteksi|kriminal|penjahat|penipuan|penipu|pencuri|pemeras|kejahatan|pelecehan|korban/iu,
  ar: /مفترس|مشبوه|مجرم|جريمة|محتال|نصاب|سرقة|ابتزاز|متحرش|تحرش|ضحية/u,
  my: /သားကောင်|မသင်္ကာ|ရာဇဝတ်|လူလိမ်|သူခိုး|ခိုးမှု|ငွေညှစ်|အလွဲသုံး|သားကောင်/u,
};

const account = (kind: 'contact' | 'impersonation', level: NoticeLevel, reasons: readonly ReasonCode[]): Notice => (
  { id: 'n', kind, level, reasons, where: [], actions: noticeActions(kind, level, 'teen') });
const CONTACT: readonly ReasonCode[] = ['new-account', 'young-account', 'account-after-block', 'identity-not-checked', 'name-changed', 'picture-changed', 'other-country', 'country-of-no-contact', 'adult-account',
  'age-not-known', 'other-age-group', 'no-mutual-contacts', 'no-common-groups', 'wrote-first', 'met-in-public', 'wrote-to-many-young', 'wrote-to-many', 'few-accept', 'writes-again', 'many-at-once',
  'at-night', 'declined-before', 'one-sided', 'new-chat', 'asks-about-you', 'offers-gifts', 'other-app', 'keep-secret', 'not-a-contact'];
const CHAIN: readonly ReasonCode[] = ['mass-message', 'several-copies', 'passed-on-often'];
const chainCard = (reasons: readonly ReasonCode[]): Notice => ({ id: 'n', kind: 'chain', level: 'tip', reasons, where: [], actions: ['check-first', 'report', 'block', 'learn-more', 'keep-chatting', 'dismiss'] });
/** That what is passed on is false, or bad, or that whoever passed it on did wrong: a card on a greeting says none of it. */
const NEVER_OF_CHAINS: Readonly<Record<string, RegExp>> = {
  en: /false|fake|hoax|\blie|rumou?r|spam|bad|wrong|harm|stop\b|don’t (?:share|pass)/iu, es: /fals|bulo|mentir|rumor|spam|malo|dañ|no (?:compartas|reenvíes)/iu, pt: /fals|mentir|boato|spam|\bmau|dano|não (?:compartilhe|repasse)/iu,
  fr: /\bfaux|fausse|mensong|rumeur|spam|mauvais|nuisi|ne (?:partagez|transmettez)/iu, de: /falsch|gefälscht|lüge|gerücht|spam|schlecht|schäd|nicht (?:teilen|weiterleiten)/iu, hi: /झूठ|फ़र्ज़ी|अफ़वाह|ग़लत|गलत|स्पैम|नुक़सान/u,
  id: /palsu|hoaks|hoax|bohong|\bspam|buruk|bahaya|jangan/iu, ar: /كاذب|كذب|زائف|إشاعة|شائعة|مزعج|ضار|لا (?:تنشر|ترسل)/u, my: /မမှန်|လိမ်|ကောလာဟလ|အတု|ဆိုးရွား|အန္တရာယ်|မပို့ပါနှင့်/u,
};
/** What a picture has none of. Where a language says the same word of any message, that. */
const TEXT: Readonly<Record<string, RegExp>> = {
  en: /\btext/iu, es: /texto/iu, pt: /texto/iu, fr: /texte/iu, de: /\btext/iu, hi: /पाठ|टेक्स्ट|लिखा/u, id: /\bteks/iu, ar: /(?:ال)?نص(?![\p{L}])/u, my: /ဤစာသည်|ဤစာကို|စာသား/u,
};
const NAME: readonly ReasonCode[] = ['name-like-contact', 'name-near-contact', 'picture-like-contact', 'other-account', 'mixed-letters', 'name-claims-office', 'name-changed', 'picture-changed'];
const CARDS = (['contact', 'impersonation'] as const).flatMap((kind) => (['tip', 'strong'] as const).flatMap((level) => (['adult', 'teen'] as const).map((ageBand) => [kind, level, ageBand] as const)));
const words = (text: string): number => text.trim().split(/\s+/u).length;

/** Years of age at which a text is read (Flesch–Kincaid grade, and five). */
function readingAge(texts: readonly string[]): number {
  const all = texts.flatMap((text) => text.split(/[\s—–-]+/u)).filter((word) => /\p{L}/u.test(word));
  const sentence = texts.flatMap((text) => text.split(/[.?!:]+(?=\s|$)/u)).filter((part) => /\p{L}/u.test(part)).length;
  return fleschKincaid({ sentence, word: all.length, syllable: all.reduce((sum, word) => sum + syllable(word), 0) }) + 5;
}

describe.each(NOTICE_CATALOGUES.map((catalogue) => [catalogue.lang, catalogue] as const))('copy in %s', (lang, catalogue) => {
  const { messages, notices } = readCatalogue(lang);

  it('has none of the words that accuse, and no percentage', () => {
    const all = Object.entries({ ...messages, ...notices });
    expect(all.filter(([, text]) => (NEVER[lang] as RegExp).test(text) || /%|٪|percent/iu.test(text))).toEqual([]);
  });

  it('says of a chain message that it goes round, and nothing of what it says', () => {
    const copy = noticeCopy(catalogue, chainCard(CHAIN));
    expect(copy.facts.map(({ text }) => text).filter((text) => !/[.။।]$/u.test(text))).toEqual([]);
    expect([copy.facts.length, copy.choices.length, new Set(copy.choices.map(({ text }) => text)).size]).toEqual([CHAIN_FACTS_MAX, 6, 6]);
    const said = [copy.title, copy.trick ?? '', ...CHAIN.map((reason) => noticeCopy(catalogue, chainCard([reason])).line), ...copy.choices.filter(({ action }) => action === 'check-first' || action === 'learn-more').map(({ text }) => text)];
    expect(said).toHaveLength(7);
    expect(said.filter((text) => (NEVER_OF_CHAINS[lang] as RegExp).test(text))).toEqual([]);
  });

  it('by the hop counter alone says that it was passed on, and of no text: it may be a picture', () => {
    const byHops = [['passed-on-often'], ['mass-message', 'passed-on-often']] as const;
    for (const copy of byHops.map((reasons) => noticeCopy(catalogue, chainCard(reasons)))) {
      expect(copy.title).toBe(notices['title-passed-on-tip']);
      expect([copy.title, ...copy.facts.map(({ text }) => text), copy.trick ?? ''].filter((text) => (TEXT[lang] as RegExp).test(text) || (NEVER_OF_CHAINS[lang] as RegExp).test(text))).toEqual([]);
    }
    for (const reasons of [['several-copies'], CHAIN, ['mass-message']] as const) expect(noticeCopy(catalogue, chainCard(reasons)).title).toBe(notices['title-chain-tip']);
    expect(notices['title-chain-tip'] === notices['title-passed-on-tip']).toBe(false);
  });

  it('says whether a native speaker has read it', () => {
    expect(catalogue.review).toBe(lang === 'en' ? 'source' : 'awaiting');
  });

  it('tells the two ages of a reader apart where the texts do, and nothing else', () => {
    const notice = account('contact', 'strong', ['adult-account', 'new-account']);
    const [teen, adult] = [noticeCopy(catalogue, notice, 'teen'), noticeCopy(catalogue, notice, 'adult')];
    expect([teen.title === adult.title, teen.trick === adult.trick, teen.facts[0]?.text === adult.facts[0]?.text]).toEqual([false, false, false]);
    expect([teen.choices, teen.facts[1]]).toEqual([adult.choices, adult.facts[1]]);
    expect(noticeCopy(catalogue, notice, 'child')).toEqual(teen);
    expect(noticeCopy(catalogue, notice)).toEqual(adult);
  });

  it.each(CARDS)('%s %s for %s: facts are a list of whole sentences, at most three; at most four buttons', (kind, level, ageBand) => {
    const copy = noticeCopy(catalogue, { ...account(kind, level, kind === 'contact' ? CONTACT : NAME), actions: noticeActions(kind, level, ageBand) }, ageBand);
    expect(copy.facts).toHaveLength(ACCOUNT_FACTS_MAX);
    expect(copy.facts.filter(({ text }) => !/[.。။।]$/u.test(text))).toEqual([]);
    expect(copy.choices.filter(({ action }) => !QUIET.includes(action)).length).toBeLessThanOrEqual(4);
    expect([copy.title, copy.trick, copy.here, copy.count].filter((text) => text === undefined || text === '')).toEqual([]);
    expect(copy.choices).toHaveLength(new Set(copy.choices.map(({ text }) => text)).size);
  });
});

describe('the words that accuse', () => {
  it.each([['en', 'a suspicious person'], ['es', 'una persona sospechosa'], ['de', 'verdächtig'], ['fr', 'prédateur'], ['pt', 'suspeito'], ['id', 'mencurigakan'], ['hi', 'संदिग्ध'], ['ar', 'شخص مشبوه'], ['my', 'မသင်္ကာ']])(
    'would be seen in %s', (lang, text) => { expect(text).toMatch(NEVER[lang] as RegExp); });
  it.each([['en', 'A hoax'], ['es', 'Es un bulo'], ['de', 'Das ist falsch'], ['fr', 'une rumeur'], ['pt', 'É boato'], ['id', 'hoaks'], ['hi', 'यह अफ़वाह है'], ['ar', 'إشاعة'], ['my', 'ကောလာဟလ']])(
    'of chain messages too, in %s', (lang, text) => { expect(text).toMatch(NEVER_OF_CHAINS[lang] as RegExp); });
  it('are known for every language', () => { expect(Object.keys(NEVER).sort()).toEqual(NOTICE_CATALOGUES.map((one) => one.lang).sort()); });
});

describe('English', () => {
  const facts = (codes: readonly ReasonCode[], ageBand: 'adult' | 'teen'): readonly string[] => codes.map((code) => noticeCopy(en, account('contact', 'tip', [code]), ageBand).facts[0]?.text ?? '');

  it.each(CARDS)('%s %s for %s: the longest card that can be shown has at most 35 words', (kind, level, ageBand) => {
    const longest = [...facts(kind === 'contact' ? CONTACT : NAME, ageBand)].sort((a, b) => words(b) - words(a)).slice(0, ACCOUNT_FACTS_MAX);
    const { title, here } = noticeCopy(en, account(kind, level, ['new-account']), ageBand);
    expect([title, here, ...longest].map((text) => words(text ?? '')).reduce((a, b) => a + b)).toBeLessThanOrEqual(35);
  });

  it.each(CARDS)('%s %s for %s: reads at twelve, for teens at ten (Flesch–Kincaid)', (kind, level, ageBand) => {
    const copy = noticeCopy(en, account(kind, level, ['new-account']), ageBand);
    const card = [copy.title, ...facts(kind === 'contact' ? CONTACT : NAME, ageBand), copy.trick ?? '', copy.here ?? '', ...copy.choices.map(({ text }) => text)];
    expect(readingAge(card)).toBeLessThanOrEqual(ageBand === 'teen' ? 10 : 12);
    expect(readingAge(card)).toBeGreaterThan(5);
  });

  it('of chain messages: at most 35 words, and reads at twelve', () => {
    for (const reasons of [CHAIN, [...CHAIN].reverse()]) {
      const { title, facts: shown, here, trick, choices } = noticeCopy(en, chainCard(reasons));
      const card = [title, ...shown.map(({ text }) => text), here ?? ''];
      expect(card.map(words).reduce((a, b) => a + b)).toBeLessThanOrEqual(35);
      expect(readingAge([...card, trick ?? '', ...choices.map(({ text }) => text)])).toBeLessThanOrEqual(12);
    }
  });

  it('of scams reads at twelve too, family by family', () => {
    for (const family of Object.keys(en.messages).filter((key) => key.startsWith('looks-like-')).map((key) => key.slice(11))) {
      const text = (key: string): string => (en.messages as Readonly<Record<string, string>>)[key] ?? '';
      expect([family, readingAge([text(`looks-like-${family}`), text(`trick-${family}`)]) <= 12]).toEqual([family, true]);
    }
  });

  it('would be found too hard', () => {
    expect(readingAge(['Exercise considerable caution regarding unsolicited communications originating from unfamiliar individuals.'])).toBeGreaterThan(12);
  });
});

describe('order of actions', () => {
  const of = (kind: NoticeKind, level: NoticeLevel, ageBand?: 'child' | 'teen' | 'adult' | 'unknown'): string => noticeActions(kind, level, ageBand).join(' ');

  it('for a child or teen, and where no age is known: restrict, block, report, someone to talk to, keep chatting', () => {
    for (const band of ['child', 'teen', 'unknown', undefined] as const) {
      for (const level of ['tip', 'strong'] as const) expect(of('contact', level, band)).toBe('restrict block report talk-to-somebody keep-chatting get-help learn-more dismiss');
    }
    expect(of('contact', 'tip', 'adult')).toBe('restrict block report keep-chatting learn-more dismiss');
  });

  it('about a name: check another way, compare, block; of a name like a blocked one as every tip', () => {
    for (const level of ['tip', 'strong'] as const) expect(of('impersonation', level, 'teen')).toBe('check-another-way compare block report learn-more dismiss');
    expect(noticeActions('impersonation', 'tip', 'adult', true)).toEqual(['learn-more', 'restrict', 'block', 'report', 'dismiss']);
  });

  it('of a scam does not hang on age', () => {
    for (const level of ['tip', 'strong'] as const) expect(of('scam', level, 'child')).toBe(of('scam', level, 'adult'));
  });
});
