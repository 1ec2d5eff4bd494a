import { describe, expect, it } from 'vitest';
import type { Notice, NoticeAction, NoticeKind, ReasonCode, ScamFamily } from '../../../src/contract/verdict.ts';
import { NOTICE_ACTIONS, NOTICE_ACTIONS_OF_MINORS } from '../../../src/decide/notice-actions.ts';
import { SCAM_ADVICE } from '../../../src/decide/scam-advice.ts';
import { SCAM_TABLES } from '../../../src/decide/scam-tables.ts';
import type { Catalogue } from '../../../src/ui/catalogue.ts';
import { en as plainEnglish } from '../../../src/ui/catalogues/en.ts';
import { en } from '../../../src/ui/catalogues/notices/en.ts';
import { markedText } from '../../../src/ui/marked-text.ts';
import { answerOf, FACTS_MAX, noticeCopy, noticeLines } from '../../../src/ui/notice-copy.ts';
import { NOTICE_CATALOGUES, scriptOf } from './languages.ts';

/** Every code; TypeScript names one that is missing. */
const FAMILIES: Readonly<Record<ScamFamily, true>> = {
  account: true, parcel: true, prize: true, gambling: true, loan: true, government: true, support: true, investment: true, job: true, romance: true,
  payment: true, 'advance-fee': true, relative: true, marketplace: true, extortion: true, 'wrong-number': true,
};
const REASONS: Readonly<Record<ReasonCode, true>> = {
  'not-a-contact': true, 'looks-like-known-scams': true, 'has-link': true, 'asks-for-money': true, 'asks-for-code': true, 'account-threat': true, 'prize-or-refund': true,
  'parcel-or-fee': true, 'job-or-investment': true, 'family-emergency': true, urgency: true, 'other-app': true, 'long-number': true, 'asks-for-secret': true, 'asks-for-papers': true,
  'asks-to-install': true, 'asks-to-scan': true, 'asks-to-call': true, 'asks-for-deposit': true, 'gift-cards': true, 'keep-secret': true, 'no-calls': true, threat: true,
  'new-number': true, 'wrong-transfer': true, 'fine-or-court': true, 'large-sum': true, 'sale-or-rent': true, 'device-trouble': true, 'name-like-blocked': true, 'picture-like-blocked': true,
  'new-account': true, 'young-account': true, 'account-after-block': true, 'identity-not-checked': true, 'name-changed': true, 'picture-changed': true, 'other-country': true, 'country-of-no-contact': true,
  'adult-account': true, 'age-not-known': true, 'other-age-group': true, 'no-mutual-contacts': true, 'no-common-groups': true, 'wrote-first': true, 'met-in-public': true,
  'wrote-to-many-young': true, 'wrote-to-many': true, 'few-accept': true, 'writes-again': true, 'many-at-once': true, 'at-night': true, 'declined-before': true, 'one-sided': true, 'new-chat': true,
  'name-like-contact': true, 'name-near-contact': true, 'picture-like-contact': true, 'other-account': true, 'mixed-letters': true, 'name-claims-office': true,
  'asks-about-you': true, 'offers-gifts': true, 'several-copies': true, 'passed-on-often': true, 'mass-message': true,
};
const ACTIONS = [...new Set<NoticeAction>(['check-first', ...Object.values(SCAM_ADVICE), ...Object.values({ ...NOTICE_ACTIONS, minors: NOTICE_ACTIONS_OF_MINORS.contact }).flatMap(({ tip, strong }) => [...tip, ...strong])])];

const notice = (more: Partial<Notice> = {}): Notice => ({
  id: 'n', kind: 'scam', family: 'parcel', level: 'strong', reasons: ['parcel-or-fee', 'urgency', 'has-link', 'looks-like-known-scams', 'not-a-contact'], where: [],
  actions: ['open-the-app-yourself', 'block', 'report', 'restrict', 'learn-more', 'dismiss'], ...more,
});

describe.each(NOTICE_CATALOGUES.map((catalogue) => [catalogue.lang, catalogue] as const))('notices in %s', (lang, catalogue) => {
  const own = Object.entries<string>(catalogue.messages).filter(([key]) => !Object.hasOwn(plainEnglish.messages, key));

  it('have a text for every reason, family, trick and action, each its own', () => {
    const keys = [
      ...Object.keys(REASONS).filter((code) => code !== 'looks-like-known-scams').map((code) => `notice-${code}`), ...ACTIONS.map((code) => `action-${code}`),
      ...[...Object.keys(FAMILIES), 'other'].flatMap((code) => [`looks-like-${code}`, `trick-${code}`]),
    ];
    const texts = keys.map((key) => (catalogue.messages as Readonly<Record<string, string | undefined>>)[key]);
    expect(keys.filter((_, at) => texts[at] === undefined)).toEqual([]);
    expect(new Set(texts).size).toBe(keys.length);
  });

  it('are the same texts as in English, in their script, short, and facts', () => {
    expect(Object.keys(catalogue.messages).sort()).toEqual(Object.keys(en.messages).sort());
    expect(own.length).toBeGreaterThan(75);
    expect(own.filter(([, text]) => !scriptOf(lang).test(text) || (!scriptOf(lang).test('a') && /\p{Script=Latin}/u.test(text)))).toEqual([]);
    const most = (key: string): readonly [number, number] => (key.startsWith('trick-') ? [24, 125] : [12, 75]);
    expect(own.filter(([key, text]) => text.split(/\s+/u).length > most(key)[0] || text.length > most(key)[1])).toEqual([]);
    expect(own.filter(([, text]) => /[%!]|predator|groomer|suspicious|detected|dangerous|criminal|scammer|fraud|thief|theft|blackmail|safe\b/iu.test(text))).toEqual([]);
    expect(own.filter(([, text]) => /[{}|]/u.test(text))).toEqual([]);
  });
});

it.each(Object.keys(FAMILIES) as readonly ScamFamily[])('what a notice of %s shows before anything is pressed is at most 35 words', (family) => {
  const { facts } = noticeCopy(en, notice({ family, reasons: ['asks-for-deposit', 'asks-to-install', 'has-link', 'looks-like-known-scams', 'not-a-contact'] }));
  expect(facts.map(({ text }) => text).join(' ').split(' ').length).toBeLessThanOrEqual(35);
});

describe('noticeCopy', () => {
  const facts = (given: Notice, catalogue: Catalogue = en): readonly string[] => noticeCopy(catalogue, given).facts.map(({ text }) => text);

  it('says what it looks like, what can be checked, and that the sender is no contact: four lines', () => {
    const copy = noticeCopy(en, notice());
    expect(copy).toMatchObject({ title: 'Take a moment first', line: 'This looks like known parcel scams.', here: 'Worked out on this device. Nobody was told.' });
    expect(facts(notice())).toEqual(['This looks like known parcel scams.', 'It is about a parcel or a fee.', 'It wants an answer quickly.', 'This person is not in your contacts.']);
    expect(facts(notice())).toHaveLength(FACTS_MAX);
    expect(noticeCopy(en, notice({ level: 'tip' })).title).toBe('A notice about this message');
  });

  it('offers the advice first, and before "not helpful" that one knows the sender', () => {
    expect(noticeCopy(en, notice()).choices.map(({ text }) => text)).toEqual([
      'Open the app or site yourself', 'Block', 'Report', 'Restrict', 'How this trick works', 'I know this person', 'Not helpful']);
  });

  it('never tells a contact that they are none', () => {
    const copy = noticeCopy(en, notice({ family: 'relative', reasons: ['asks-for-code', 'looks-like-known-scams'] }));
    expect(copy.facts.map(({ reason }) => reason)).toEqual(['looks-like-known-scams', 'asks-for-code']);
    expect(copy.choices.map(({ text }) => text)).toContain('I checked, it is them');
    expect(JSON.stringify(copy)).not.toContain('contacts');
  });

  it('without a family speaks of known scams, and with codes of a newer version leaves them out', () => {
    const { family: _, ...rest } = notice();
    expect(noticeCopy(en, rest)).toMatchObject({ line: en.messages['looks-like-other'], trick: en.messages['trick-other'] });
    const newer = noticeCopy(en, notice({ family: 'to-come' as ScamFamily, reasons: ['constructor', '__proto__', 'to-come', 'looks-like-known-scams'] as readonly string[] as readonly ReasonCode[], actions: ['toString', 'to-come', 'block'] as readonly string[] as readonly NoticeAction[] }));
    expect(newer).toMatchObject({ line: en.messages['looks-like-other'], trick: en.messages['trick-other'], facts: [{ reason: 'looks-like-known-scams' }] });
    expect(newer.choices.map(({ action }) => action)).toEqual(['block', 'trust']);
  });

  it('of a name like a blocked one is that fact, and another trick', () => {
    const blocked = notice({ kind: 'impersonation', level: 'tip', reasons: ['name-like-blocked', 'not-a-contact'], actions: ['learn-more', 'block', 'dismiss'] });
    expect(facts(blocked)).toEqual([en.messages['notice-name-like-blocked'], en.messages['notice-not-a-contact']]);
    expect(noticeCopy(en, blocked)).toMatchObject({ line: en.messages['notice-name-like-blocked'], trick: en.messages['trick-blocked'] });
    expect(noticeCopy(en, notice({ kind: 'to-come' as NoticeKind, reasons: [] })).trick).toBeUndefined();
  });

  it('of a chain message says that the text goes round, in at most two facts, and offers to check first; nothing of whether it is true', () => {
    const actions = ['check-first', 'report', 'block', 'learn-more', 'keep-chatting', 'dismiss'] as const;
    const chain = noticeCopy(en, { id: 'n', kind: 'chain', level: 'tip', reasons: ['mass-message', 'several-copies', 'passed-on-often'], where: [], actions });
    expect(chain).toMatchObject({ title: 'This text is going round', line: 'Someone you don’t know sent what looks like a mass message.', trick: en.messages['trick-chain'] });
    expect(chain.facts.map(({ reason }) => reason)).toEqual(['mass-message', 'several-copies']);
    // One goes on chatting: that one knows the sender is not asked, for they may well be known.
    expect(chain.choices.map(({ text }) => text)).toEqual(['Check before you pass it on', 'Report', 'Block', 'What a chain message is', 'Keep chatting', 'Not helpful']);
    expect(noticeLines(en, [{ id: 'n', kind: 'chain', level: 'tip', reasons: ['passed-on-often'], where: [], actions: [] }])).toEqual(['It was passed on five times or more.']);
  });

  it('gives each fact its own ranges', () => {
    const where = [{ reason: 'urgency', surface: 'text', start: 3, end: 6 }, { reason: 'parcel-or-fee', surface: 'text', start: 0, end: 2 }, { reason: 'urgency', surface: 'caption', start: 0, end: 1 }] as const;
    expect(noticeCopy(en, notice({ where })).facts.map((fact) => fact.where)).toEqual([[], [where[1]], [where[0], where[2]], []]);
  });

  it('with a catalogue that has no texts of notices says that there is one, and what can be done', () => {
    const copy = noticeCopy(plainEnglish, notice());
    expect(copy).toEqual({ title: plainEnglish.messages['notice-other'], line: plainEnglish.messages['notice-other'], facts: [], trick: undefined, here: undefined, toggle: [undefined, undefined],
      choices: [{ action: 'block', text: 'Block' }, { action: 'report', text: 'Report' }] });
  });

  it('in a list is one line a notice, each line once', () => {
    const named = notice({ kind: 'impersonation', reasons: ['name-like-blocked', 'not-a-contact'] });
    expect(noticeLines(en, [notice(), notice({ id: 'm' }), named])).toEqual([en.messages['looks-like-parcel'], en.messages['notice-name-like-blocked']]);
    expect(noticeLines(plainEnglish, [notice(), named])).toEqual([plainEnglish.messages['notice-other'], plainEnglish.messages['notice-name-like-blocked']]);
    expect(noticeLines(en, [])).toEqual([]);
  });

  it('has words for everything the engine\'s tables can say', () => {
    for (const reason of Object.values(SCAM_TABLES.reasons)) expect(facts(notice({ reasons: [reason] }))).toHaveLength(1);
    for (const [of, advice] of Object.entries(SCAM_ADVICE)) expect([of, noticeCopy(en, notice({ actions: [advice] })).choices[0]?.action]).toEqual([of, advice]);
  });
});

describe('markedText', () => {
  const range = (start: number, end: number, reason: ReasonCode = 'urgency', surface: 'text' | 'caption' = 'text'): Notice['where'][number] => ({ reason, surface, start, end });

  it.each([
    ['no range', [], [['pay now please', '']]],
    ['one', [range(4, 7)], [['pay ', ''], ['now', 'urgency'], [' please', '']]],
    ['two that overlap', [range(0, 7, 'asks-for-money'), range(4, 14)], [['pay ', 'asks-for-money'], ['now', 'asks-for-money urgency'], [' please', 'urgency']]],
    ['the same twice', [range(4, 7), range(4, 7)], [['pay ', ''], ['now', 'urgency'], [' please', '']]],
    ['past the end, cut there', [range(8, 99)], [['pay now ', ''], ['please', 'urgency']]],
    ['nothing of it here', [range(20, 30), range(5, 5), range(9, 3), range(0, 3, 'urgency', 'caption')], [['pay now please', '']]],
  ] as const)('%s', (_, where, parts) => {
    const marked = markedText('pay now please', where);
    expect(marked.map(({ text, reasons }) => [text, reasons.join(' ')])).toEqual(parts);
    expect(marked.map(({ text }) => text).join('')).toBe('pay now please');
  });

  it('looks at another surface where it is asked to, and makes nothing of no text', () => {
    expect(markedText('pay', [range(0, 3, 'urgency', 'caption')], 'caption')).toEqual([{ text: 'pay', reasons: ['urgency'] }]);
    expect(markedText('', [range(0, 3)])).toEqual([]);
  });
});

describe('answerOf', () => {
  it('says what a press answers, and nothing of advice, reports and what explains', () => {
    expect((['keep-chatting', 'dismiss', 'trust', 'block'] as const).map(answerOf)).toEqual(['keep-chatting', 'not-helpful', 'trusted', 'blocked']);
    for (const action of ['report', 'restrict', 'compare', 'learn-more', 'get-help', 'take-your-time', 'check-another-way'] as const) expect(answerOf(action)).toBeUndefined();
  });
});
