import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readThreadFile } from '../../../models/scam/thread-file.ts';
import { decodeConversation, encodeConversation } from '../../../src/worker/conversation-bytes.ts';
import { EMPTY_RECORD, LIVE, type ConversationRecord, type Contribution } from '../../../src/worker/conversation-record.ts';
import { appended, cuesOf } from '../../../src/worker/remembered.ts';
import { TALK_MOST } from '../../../src/worker/talk.ts';

const T0 = Date.UTC(2026, 10, 21);
const CUES = 180;
/** What a message says at most. */
const SAID = 24;

/** Each message says what none of the last five said; every second one was given a notice. */
function longest(messages: number): ConversationRecord {
  let held: ConversationRecord = { ...EMPTY_RECORD, talk: Array.from({ length: TALK_MOST }, (_, n) => 2 ** 21 - 1 - n), desk: { shown: 9, at: T0, layout: 3, silentUntil: T0, blocked: false, groups: ['words', 'ask', 'account', 'name'] } };
  for (let n = 0; n < messages; n++) {
    const entry: Contribution = {
      id: randomUUID(), revision: n % 2, sentAt: T0 + n, stage: LIVE, shows: true, cues: Array.from({ length: SAID }, (_, i) => (n * SAID + i) % CUES),
      given: n % 2 ? [{ stage: LIVE, kind: 'scam', level: 'strong', form: 'interstitial', layout: 3, at: T0 + n, reason: 'looks-like-known-scams', groups: ['words', 'ask'] }] : [],
    };
    held = appended(held, entry);
  }
  return held;
}

describe('a conversation’s record', () => {
  it('has no more cues than the model that ships', () => {
    const model = readThreadFile()?.model;
    expect((model?.weights.length ?? 0) / (model?.bias.length ?? 1) / 2).toBe(CUES);
  });

  it('takes at most 2,500 bytes with everything at its most, and 2,000 with two notices among the last eight messages and twelve counted ones', () => {
    const held = longest(300);
    expect(held.contributions).toHaveLength(8);
    expect(cuesOf(held.past, held.contributions)).toHaveLength(CUES);
    expect(encodeConversation(held).length).toBeLessThanOrEqual(2_500);
    const usual = { ...held, talk: held.talk.slice(0, 12), contributions: held.contributions.map((one, n) => ({ ...one, given: n % 4 === 3 ? one.given : [] })) };
    expect(usual.contributions.flatMap(({ given }) => given)).toHaveLength(2);
    expect(encodeConversation(usual).length).toBeLessThanOrEqual(2_000);
    expect(decodeConversation(encodeConversation(held))).toEqual(held);
  });

  it('tells past messages apart however many there are, for each says what none before it said: at most 2,500 bytes', () => {
    let held: ConversationRecord = { ...EMPTY_RECORD, talk: longest(0).talk };
    for (let n = 0; n < 3 * CUES; n++) held = appended(held, { id: randomUUID(), revision: 0, sentAt: T0 + n, stage: LIVE, cues: [n % CUES], shows: false, given: [] });
    expect(held.past).toHaveLength(CUES);
    expect(new Set(cuesOf(held.past, []))).toEqual(new Set(Array.from({ length: CUES }, (_, n) => n)));
    expect(encodeConversation(held).length).toBeLessThanOrEqual(2_500);
    expect(decodeConversation(encodeConversation(held))).toEqual(held);
  });

  it('keeps every mark and every cue apart, whichever they are', () => {
    const past = [0, 9, 35, 36, 0xffff].map((mark, n) => ({ mark, cues: [0, 2, 3, 4, 28, CUES - 1].slice(0, n + 1) }));
    expect(decodeConversation(encodeConversation({ ...EMPTY_RECORD, past }))?.past).toEqual(past);
  });
});
