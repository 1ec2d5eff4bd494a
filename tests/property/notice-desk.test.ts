import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered, type DeskAnswer } from '../../src/decide/notices/answers.ts';
import { NOTICE_BUDGETS } from '../../src/decide/notices/budgets.ts';
import type { Candidate, EvidenceGroup } from '../../src/decide/notices/candidate.ts';
import { grantNotice } from '../../src/decide/notices/desk.ts';
import { NO_CONVERSATION, NO_PERSON, type ConversationMemory, type PersonMemory } from '../../src/decide/notices/memory.ts';
import { SlowDesk } from '../oracle/notice-desk.ts';
import { runs } from './runs.ts';

const DAY = 86_400_000;
const groups: readonly EvidenceGroup[] = ['words', 'ask', 'account', 'name'];

const candidate: fc.Arbitrary<Candidate> = fc.record({
  kind: fc.constantFrom('scam', 'contact', 'impersonation', 'chain'), level: fc.constantFrom('tip', 'strong'),
  reasons: fc.constantFrom(['asks-for-money'], ['asks-for-code'], ['urgency', 'has-link']), groups: fc.subarray([...groups], { minLength: 1 }),
});
const conversation = fc.constantFrom('a', 'b', 'c');
// Mostly hours and days, some months, and sometimes a clock that is set back.
const step = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 9 * DAY }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 * DAY }) }, { weight: 1, arbitrary: fc.integer({ min: -60 * DAY, max: -1 }) });
const answer: fc.Arbitrary<DeskAnswer> = fc.constantFrom('dismissed', 'keep-chatting', 'not-helpful', 'trusted', 'blocked');
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ step, conversation, candidates: fc.array(candidate, { maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ step, conversation, answer, about: candidate }) },
);

class Desk {
  readonly conversations = new Map<string, ConversationMemory>();
  person: PersonMemory = NO_PERSON;

  consider(key: string, candidates: readonly Candidate[], now: number): ReturnType<typeof grantNotice> {
    const granted = grantNotice(candidates, this.conversations.get(key) ?? NO_CONVERSATION, this.person, now);
    if (granted !== undefined) this.keep(key, granted);
    return granted;
  }

  answer(key: string, given: DeskAnswer, about: Candidate, now: number): void {
    this.keep(key, answered(given, about, this.conversations.get(key) ?? NO_CONVERSATION, this.person, now));
  }

  keep(key: string, { conversation: held, person }: { readonly conversation: ConversationMemory; readonly person: PersonMemory }): void {
    this.conversations.set(key, held);
    this.person = person;
  }
}

describe('the notice desk', () => {
  it('says what its rules say of a full diary, whatever the clock does', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const [desk, slow] = [new Desk(), new SlowDesk()];
      let now = 1.7e12;
      for (const one of events) {
        now += one.step;
        if ('answer' in one) {
          desk.answer(one.conversation, one.answer, one.about, now);
          slow.answer(one.conversation, one.answer, one.about, now);
          continue;
        }
        const [granted, expected] = [desk.consider(one.conversation, one.candidates, now), slow.consider(one.conversation, one.candidates, now)];
        expect(granted?.notice).toBe(expected?.candidate);
        expect(granted?.form).toBe(expected && (expected.interstitial ? 'interstitial' : 'banner'));
      }
    }), runs(300));
  });

  it('keeps every budget over any week of the time that counts', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 80 }), (events) => {
      const desk = new Desk();
      const shown: { readonly at: number; readonly level: string; readonly form: string; readonly key: string; readonly layout: number }[] = [];
      let now = 1.7e12;
      for (const one of events) {
        now += one.step;
        if ('answer' in one) desk.answer(one.conversation, one.answer, one.about, now);
        else {
          const granted = desk.consider(one.conversation, one.candidates, now);
          if (granted) shown.push({ at: granted.conversation.at, level: granted.notice.level, form: granted.form, key: one.conversation, layout: granted.layout });
        }
      }
      for (const { at } of shown) {
        const week = shown.filter((one) => one.at >= at && one.at - at < 7 * DAY);
        expect(week.length).toBeLessThanOrEqual(2);
        expect(week.filter(({ level }) => level === 'tip').length).toBeLessThanOrEqual(1);
        expect(week.filter(({ form }) => form === 'interstitial').length).toBeLessThanOrEqual(1);
      }
      for (const key of ['a', 'b', 'c']) {
        const own = shown.filter((one) => one.key === key);
        // After a year without a notice nobody remembers how the last one was laid out.
        own.forEach(({ layout, at }, n) => { if (n > 0 && at - (own[n - 1]?.at ?? 0) < NOTICE_BUDGETS.memory) expect(layout).not.toBe(own[n - 1]?.layout); });
        expect(own.every(({ layout }) => layout >= 0 && layout < NOTICE_BUDGETS.layouts)).toBe(true);
      }
    }), runs(300));
  });

  it('gains nothing from a clock that is set back', () => {
    fc.assert(fc.property(fc.array(candidate, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 1000 * DAY }), (candidates, back) => {
      const desk = new Desk();
      const now = 1.7e12;
      while (desk.consider('a', candidates, now) !== undefined);
      expect(desk.consider('a', candidates, now - back)).toBeUndefined();
    }), runs(200));
  });
});
