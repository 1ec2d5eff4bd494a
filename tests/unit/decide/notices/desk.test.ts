import { describe, expect, it } from 'vitest';
import { answered, type DeskAnswer } from '../../../../src/decide/notices/answers.ts';
import type { Candidate } from '../../../../src/decide/notices/candidate.ts';
import { grantNotice, type Granted } from '../../../../src/decide/notices/desk.ts';
import { NO_CONVERSATION, NO_PERSON } from '../../../../src/decide/notices/memory.ts';

const DAY = 86_400_000;
const NOW = 1_760_000_000_000;
const tip: Candidate = { kind: 'scam', level: 'tip', reasons: ['urgency'], groups: ['words'] };
const strong: Candidate = { ...tip, level: 'strong', reasons: ['asks-for-money'], groups: ['words', 'ask'] };
const contact: Candidate = { kind: 'contact', level: 'strong', reasons: ['not-a-contact'], groups: ['account', 'behaviour'] };
const alike: Candidate = { kind: 'impersonation', level: 'tip', reasons: ['name-like-blocked'], groups: ['name'] };

function shown(candidate: Candidate, after?: Pick<Granted<Candidate>, 'conversation' | 'person'>, now = NOW): Granted<Candidate> {
  const granted = grantNotice([candidate], after?.conversation ?? NO_CONVERSATION, after?.person ?? NO_PERSON, now);
  if (granted === undefined) throw new Error('nothing was granted');
  return granted;
}

describe('which notice speaks', () => {
  it('is the strong one, and what cannot be seen in the message first', () => {
    expect(grantNotice([tip, strong, contact], NO_CONVERSATION, NO_PERSON, NOW)?.notice).toBe(contact);
    expect(grantNotice([tip, alike, strong], NO_CONVERSATION, NO_PERSON, NOW)?.notice).toBe(strong);
    expect(grantNotice([tip, alike], NO_CONVERSATION, NO_PERSON, NOW)?.notice).toBe(alike);
    expect(grantNotice([], NO_CONVERSATION, NO_PERSON, NOW)).toBeUndefined();
  });

  it('is the next one where the first may not', () => {
    const { conversation, person } = answered('not-helpful', strong, NO_CONVERSATION, NO_PERSON, NOW);
    expect(grantNotice([strong, tip], conversation, person, NOW)?.notice).toBe(tip);
  });
});

describe('budgets', () => {
  const after = (granted: Granted<Candidate>, candidate: Candidate, days: number, here = true): Granted<Candidate> | undefined => (
    grantNotice([candidate], here ? granted.conversation : NO_CONVERSATION, granted.person, NOW + days * DAY));

  it('of a conversation: seven days, but for a new group of evidence', () => {
    expect(after(shown(tip), tip, 6.9)).toBeUndefined();
    expect(after(shown(tip), tip, 7)?.notice).toBe(tip);
    expect(after(shown(tip), strong, 0.1)?.notice).toBe(strong);
    expect(after(shown(strong), { ...strong, groups: ['ask'] }, 0.1)).toBeUndefined();
  });

  it('of a conversation: three ever, but for a new group of evidence', () => {
    let granted = shown(tip);
    for (const week of [1, 2]) granted = shown(tip, granted, NOW + week * 7 * DAY);
    expect(after(granted, tip, 60)).toBeUndefined();
    expect(after(granted, { ...tip, groups: ['words', 'account'] }, 60)?.conversation.shown).toBe(4);
  });

  it('of a person: two a week, and one place of them is kept for what is strong', () => {
    expect(after(shown(tip), tip, 1, false)).toBeUndefined();
    const second = after(shown(tip), strong, 1, false);
    expect(second?.notice).toBe(strong);
    expect(grantNotice([contact], NO_CONVERSATION, second?.person ?? NO_PERSON, NOW + 6 * DAY)).toBeUndefined();
    expect(grantNotice([contact], NO_CONVERSATION, second?.person ?? NO_PERSON, NOW + 7 * DAY)?.notice).toBe(contact);
  });

  it('of a person: one interstitial a week, then a banner', () => {
    const first = shown(strong);
    expect([first.form, after(first, contact, 1, false)?.form, after(first, contact, 7, false)?.form]).toEqual(['interstitial', 'banner', 'interstitial']);
    expect(shown(tip).form).toBe('banner');
  });

  it('are of the time told last: a clock set back brings nothing back, and one set on takes nothing away for good', () => {
    expect(after(shown(tip), tip, -400)).toBeUndefined();
    const ahead = shown(tip, undefined, NOW + 3650 * DAY);
    expect(grantNotice([strong], NO_CONVERSATION, ahead.person, NOW)?.notice).toBe(strong);
  });
});

describe('answers', () => {
  const then = (answer: DeskAnswer, candidate: Candidate, days: number, here = true): Candidate | undefined => {
    const first = shown(strong);
    const { conversation, person } = answered(answer, strong, first.conversation, first.person, NOW);
    return grantNotice([candidate], here ? conversation : NO_CONVERSATION, person, NOW + days * DAY)?.notice;
  };
  const news: Candidate = { ...strong, reasons: ['asks-for-code'], groups: ['account'] };

  it('keep chatting: thirty days of silence here, none elsewhere', () => {
    expect([then('keep-chatting', news, 29), then('keep-chatting', news, 30), then('keep-chatting', news, 8, false)]).toEqual([undefined, news, news]);
  });

  it('not helpful: ninety days without that reason, anywhere', () => {
    expect([then('not-helpful', strong, 89, false), then('not-helpful', strong, 90, false), then('not-helpful', news, 8, false)]).toEqual([undefined, strong, news]);
  });

  it('closed: seven days here', () => {
    expect([then('dismissed', news, 6), then('dismissed', news, 7)]).toEqual([undefined, news]);
  });

  it('trusted: never here', () => {
    expect([then('trusted', news, 1000), then('trusted', alike, 1000), then('trusted', news, 8, false)]).toEqual([undefined, undefined, news]);
  });

  it('blocked: none here, but for what looks like somebody blocked', () => {
    expect([then('blocked', news, 1000), then('blocked', alike, 8)]).toEqual([undefined, alike]);
  });

  it('leave nothing behind but until when to be silent', () => {
    const before = shown(strong);
    const { conversation, person } = answered('dismissed', strong, before.conversation, before.person, NOW);
    expect({ ...conversation, silentUntil: 0 }).toEqual(before.conversation);
    expect(person).toEqual(before.person);
    expect(JSON.stringify([conversation, person])).not.toMatch(/asks|scam|dismissed/u);
  });
});
