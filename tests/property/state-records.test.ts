import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeAnswerCode, StateRecord } from '../../src/contract/engine.ts';
import { noticeId } from '../../src/contract/notice-id.ts';
import type { Told } from '../../src/contract/notices.ts';
import type { NoticeLevel, ReasonCode } from '../../src/contract/verdict.ts';
import type { Candidate, EvidenceGroup } from '../../src/decide/notices/candidate.ts';
import { NO_CONVERSATION } from '../../src/decide/notices/memory.ts';
import { decodeConversation, encodeConversation } from '../../src/worker/conversation-bytes.ts';
import type { Contribution, ConversationRecord, Given, Stage } from '../../src/worker/conversation-record.ts';
import { decodePerson, encodePerson, type PersonRecord } from '../../src/worker/person-record.ts';
import { createState } from '../../src/worker/state.ts';
import { asks, offer } from '../fixtures/asks.ts';
import { SlowDesk } from '../oracle/notice-desk.ts';
import { runs } from './runs.ts';

const DAY = 86_400_000;
const level = fc.constantFrom<NoticeLevel>('tip', 'strong');
const time = fc.nat({ max: 1e12 });
const groups = fc.subarray<EvidenceGroup>(['words', 'ask', 'account', 'name'], { minLength: 1 });
const reason = fc.constantFrom<ReasonCode>('asks-for-money', 'asks-for-code', 'has-link');
const stage = fc.constantFrom<Stage>(0, 1, 2);
// Any units: lone surrogates and zeros are somebody's ids, too.
const id = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units));
const cues = fc.uniqueArray(fc.nat({ max: 200 }), { maxLength: 16 });

const given: fc.Arbitrary<Given> = fc.record({
  stage, kind: fc.constantFrom('scam', 'impersonation'), level, form: fc.constantFrom('banner', 'interstitial'), layout: fc.constantFrom(0, 1, 2, 3), at: time, reason, groups,
});
const contribution: fc.Arbitrary<Contribution> = fc.record({
  id, revision: fc.maxSafeNat(), sentAt: time, stage, cues, shows: fc.boolean(), given: fc.array(given, { maxLength: 3 }),
});
const desk = fc.oneof(fc.constant(NO_CONVERSATION), fc.record({
  shown: fc.integer({ min: 1, max: 9 }), at: time, groups, layout: fc.nat({ max: 3 }), silentUntil: fc.option(time), blocked: fc.boolean(),
}));
const record: fc.Arbitrary<ConversationRecord> = fc.record({
  desk, contributions: fc.array(contribution, { maxLength: 8 }), past: fc.array(fc.record({ mark: fc.integer({ min: -1, max: 0xffff }), cues }), { maxLength: 9 }), until: time, talk: fc.array(fc.integer({ min: -1, max: 2 ** 21 - 1 }), { maxLength: 48 }),
});
const times = fc.array(time, { maxLength: 2 });
const memory = fc.record({ latest: time, shown: times, tips: times, interstitials: times, silences: fc.array(fc.tuple(fc.string(), time), { maxLength: 4 }), layout: fc.nat({ max: 3 }) });
const person: fc.Arbitrary<PersonRecord> = fc.record({ live: memory, observed: memory });

describe.each([
  ['a conversation', record, encodeConversation, decodeConversation], ['the person', person, encodePerson, decodePerson],
] as readonly (readonly [string, fc.Arbitrary<object>, (value: never) => Uint8Array<ArrayBuffer>, (bytes: Uint8Array<ArrayBuffer>) => object | null])[])('a record of %s', (_of, any, encode, decode) => {
  it('reads back as it was written', () => {
    fc.assert(fc.property(any, (value) => {
      expect(decode(encode(value as never))).toEqual(value);
    }), runs(100));
  });

  it('is refused or whole after any change of its bytes, and never throws', () => {
    fc.assert(fc.property(any, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 3 }), (value, flips) => {
      const bytes = encode(value as never);
      const places = new Map(flips.map(([at, flip]) => [at % bytes.length, flip]));
      for (const [at, flip] of places) bytes[at] = (bytes[at] ?? 0) ^ flip;
      expect(decode(bytes)).toBeNull();
    }), runs(100));
    fc.assert(fc.property(any, fc.nat(), (value, cut) => {
      const bytes = encode(value as never);
      expect(decode(bytes.slice(0, cut % bytes.length))).toBeNull();
    }), runs(100));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      decode(new Uint8Array(noise));
    }), runs(100));
  });
});

const step = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 5 * DAY }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 * DAY }) }, { weight: 1, arbitrary: fc.integer({ min: -60 * DAY, max: -1 }) });
const key = fc.constantFrom('c', 'd');
const name = fc.constantFrom('1', '2', '3', '4', '5', '6');
const message = fc.record({ step, key, name, level: fc.option(level), groups, reason, restart: fc.boolean() });
const answer = fc.record({ step, key, name, answer: fc.constantFrom<NoticeAnswerCode>('dismissed', 'keep-chatting', 'not-helpful', 'trusted', 'blocked') });
type Message = typeof message extends fc.Arbitrary<infer T> ? T : never;

const itemOf = (message: { readonly key: string; readonly name: string; readonly revision?: number }, now: number): Told => (
  { message: { id: message.name, conversationId: message.key, revision: message.revision ?? 0, sentAt: 0 }, mode: 'live', now });
const candidateOf = (one: Message): readonly Candidate[] => offer(one.level ?? 'none', one.groups, one.reason);

/** What is shown with a message is what the slow desk shows with it the first time, from then on, until it is answered. */
class SlowState {
  readonly #desk = new SlowDesk();
  readonly #shown = new Map<string, { readonly candidate: Candidate | undefined; readonly first: Message }>();

  see(one: Message, now: number): string | undefined {
    const place = `${one.key}${one.name}`;
    const seen = this.#shown.get(place);
    if (seen !== undefined) {
      const { candidate } = seen;
      return candidate && !this.#desk.silenced(one.key, candidate, now) ? candidate.level : undefined;
    }
    const candidates = candidateOf(one);
    // Without a wish for one it is not even remembered.
    if (candidates.length === 0) return undefined;
    const before = this.#desk.shown.filter(({ conversation }) => conversation === one.key).at(-1);
    const shown = this.#desk.consider(one.key, candidates, now);
    // After a year those before are forgotten.
    if (shown !== undefined && before !== undefined && shown.at - before.at >= 365 * DAY) this.#drop(one.key, () => true);
    this.#shown.set(place, { candidate: shown?.candidate, first: one });
    return shown?.candidate.level;
  }

  answer(conversation: string, message: string, code: NoticeAnswerCode, now: number): void {
    const about = this.#shown.get(`${conversation}${message}`)?.candidate;
    const sure = code === 'not-helpful' && about === undefined ? 'dismissed' : code;
    this.#desk.answer(conversation, sure, about ?? (candidateOf({ level: 'tip', groups: ['words'], reason: 'urgency' } as Message)[0] as Candidate), now);
    this.#drop(conversation, (one) => sure !== 'not-helpful' || one.reasons[0] === about?.reasons[0]);
  }

  /** What the message says the same each time. */
  first(one: Message): Message {
    return { ...this.#shown.get(`${one.key}${one.name}`)?.first ?? one, step: one.step, restart: one.restart };
  }

  #drop(conversation: string, isOver: (candidate: Candidate) => boolean): void {
    for (const [place, { candidate, first }] of this.#shown) {
      if (place.startsWith(conversation) && candidate && isOver(candidate)) this.#shown.set(place, { candidate: undefined, first });
    }
  }
}

describe('the state of conversations', () => {
  it('shows what the slow desk shows, the same again with the same message, restarted in between or not, and writes what it needs to', () => {
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: message }, { weight: 1, arbitrary: answer }), { maxLength: 50 }), (list) => {
      let state = createState();
      const stored = new Map<string, StateRecord>();
      const put = (writes: readonly StateRecord[]): void => { for (const write of writes) stored.set(`${write.table}/${write.key}`, write); };
      const slow = new SlowState();
      let now = 1.7e12;
      for (const one of list) {
        now += one.step;
        if ('answer' in one) {
          put(state.answer({ conversationId: one.key, noticeId: noticeId(one.key, one.name, 'scam'), answer: one.answer, now }));
          slow.answer(one.key, one.name, one.answer, now);
          continue;
        }
        if (one.restart) {
          state = createState();
          state.replay([...stored.values()]);
        }
        const same = slow.first(one);
        const said = asks(same.level ?? 'none', same.groups, same.reason);
        const { notice, writes } = state.consider(itemOf(one, now), said);
        expect(notice?.level).toEqual(slow.see(same, now));
        put(writes);
        expect(state.consider(itemOf(one, now), said)).toEqual({ notice, writes: [], degraded: [] });
      }
    }), runs(300));
  });

  it('leaves nothing of forgotten messages, nor of the places in a week that their notices took', () => {
    const edited = fc.record({ step, key, name, revision: fc.nat({ max: 2 }), level: fc.option(level), groups, observed: fc.boolean() });
    fc.assert(fc.property(fc.array(edited, { maxLength: 30 }), fc.boolean(), (list, whole) => {
      const state = createState();
      const stored = new Map<string, StateRecord>();
      const put = (writes: readonly StateRecord[]): void => { for (const write of writes) stored.set(write.key, write); };
      let now = 1.7e12;
      for (const one of list) {
        now += one.step;
        const item = itemOf(one, now);
        put(state.consider({ ...item, said: { scam: undefined, alike: false }, observed: one.observed }, asks(one.level ?? 'none', one.groups)).writes);
      }
      for (const conversation of ['c', 'd']) {
        if (whole) put(state.forget({ conversation }));
        else for (const gone of ['1', '2', '3', '4', '5', '6']) put(state.forget({ message: { conversationId: conversation, id: gone } }));
      }
      expect(state.size()).toBe(0);
      expect([...stored.values()].map(({ bytes }) => bytes)).toEqual([...stored.values()].map(() => null));
    }), runs(200));
  });
});
