import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StateRecord } from '../../src/contract/engine.ts';
import type { Told } from '../../src/contract/notices.ts';
import { decodeConversation, encodeConversation } from '../../src/worker/conversation-record.ts';
import type { Contribution, ConversationRecord, Level } from '../../src/worker/conversation-record.ts';
import { createState, NOTICE_PAUSE_MS } from '../../src/worker/state.ts';
import { runs } from './runs.ts';
import { asks } from '../fixtures/asks.ts';

const level = fc.constantFrom<Level>('none', 'tip', 'strong');
const time = fc.integer({ min: 0, max: 4 * NOTICE_PAUSE_MS });
// Any units: lone surrogates and zeros are somebody's ids, too.
const id = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units));

const contribution: fc.Arbitrary<Contribution> = fc.record({ id, revision: fc.maxSafeNat(), granted: level, at: time, cues: fc.array(fc.nat({ max: 200 }), { maxLength: 16 }) });
const record: fc.Arbitrary<ConversationRecord> = fc.record({
  answer: fc.constantFrom('none', 'dismissed', 'trusted'), answeredAt: time,
  contributions: fc.array(contribution, { maxLength: 8 }), past: fc.uniqueArray(fc.nat({ max: 200 })), until: time,
});

describe('a conversation record', () => {
  it('reads back as it was written', () => {
    fc.assert(fc.property(record, (value) => {
      expect(decodeConversation(encodeConversation(value))).toEqual(value);
    }), runs(100));
  });

  it('is refused or whole after any change of its bytes, and never throws', () => {
    fc.assert(fc.property(record, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 3 }), (value, flips) => {
      const bytes = encodeConversation(value);
      const places = new Map(flips.map(([at, flip]) => [at % bytes.length, flip]));
      for (const [at, flip] of places) bytes[at] = (bytes[at] ?? 0) ^ flip;
      expect(decodeConversation(bytes)).toBeNull();
    }), runs(100));
    fc.assert(fc.property(record, fc.nat(), (value, cut) => {
      const bytes = encodeConversation(value);
      expect(decodeConversation(bytes.slice(0, cut % bytes.length))).toBeNull();
    }), runs(100));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      decodeConversation(new Uint8Array(noise));
    }), runs(100));
  });
});

interface Step { readonly id: string; readonly revision: number; readonly wanted: Level; readonly like: boolean; readonly after: number; readonly history: boolean; readonly restart: boolean }

const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'), revision: fc.nat({ max: 2 }), wanted: level, like: fc.boolean(),
  after: fc.integer({ min: 0, max: NOTICE_PAUSE_MS }), history: fc.boolean(), restart: fc.boolean(),
}), { maxLength: 40 });

function itemOf(step: Step, now: number): Told {
  return {
    message: { id: step.id, conversationId: 'c', revision: step.revision, sentAt: 0 },
    mode: step.history ? 'history' : 'live', now,
  };
}

/** Slow and obvious: every message's newest revision, what it was granted when, and which messages ever had a notice. */
function oracle(): (step: Step, now: number) => { readonly granted: Level; readonly named: boolean } {
  const shown = new Set<string>();
  const grant = granter();
  const revisions = new Map<string, number>();
  return (step, now) => {
    const isFirst = [...shown].every((id) => id === step.id);
    const isOld = (revisions.get(step.id) ?? -1) >= step.revision;
    const named = step.like && !step.history && isFirst && (!isOld || shown.has(step.id));
    const granted = grant(step, now, named);
    const kept = isOld || (!step.history && (step.wanted !== 'none' || named || step.revision > 0));
    if (!step.history && kept) revisions.set(step.id, Math.max(step.revision, revisions.get(step.id) ?? 0));
    if (!isOld && (named || granted !== 'none')) shown.add(step.id);
    return { granted, named };
  };
}

function granter(): (step: Step, now: number, named: boolean) => Level {
  const seen = new Map<string, { revision: number; granted: Level; at: number }>();
  const rank = { none: 0, tip: 1, strong: 2 };
  return (step, now, named) => {
    if (step.history) return 'none';
    const known = seen.get(step.id);
    if (known !== undefined && known.revision > step.revision) return 'none';
    if (known !== undefined && known.revision === step.revision) return rank[known.granted] < rank[step.wanted] ? known.granted : step.wanted;
    if (known === undefined && step.revision === 0 && step.wanted === 'none' && !named) return 'none';
    seen.delete(step.id);
    const spent = [...seen.values()].some((other) => other.granted !== 'none' && Math.abs(now - other.at) < NOTICE_PAUSE_MS && rank[other.granted] >= rank[step.wanted]);
    const granted = spent ? 'none' : step.wanted;
    seen.set(step.id, { revision: step.revision, granted, at: now });
    return granted;
  };
}

/** Of what is older nobody judges a word. */
const saidIn = ({ history, wanted }: Pick<Step, 'history' | 'wanted'>): ReturnType<typeof asks> | undefined => (history ? undefined : asks(wanted));

describe('the state of a conversation', () => {
  it('answers as the oracle, restarts in between or not, and writes what it needs to', () => {
    fc.assert(fc.property(steps, (list) => {
      let state = createState();
      const stored = new Map<string, StateRecord>();
      const expected = oracle();
      let now = 1;
      for (const step of list) {
        now += step.after;
        if (step.restart) {
          state = createState();
          state.replay([...stored.values()]);
        }
        const { granted, named = false, writes } = state.consider(itemOf(step, now), saidIn(step), step.like);
        expect({ granted, named }).toEqual(expected(step, now));
        if (step.history) expect(writes).toEqual([]);
        for (const write of writes) stored.set(write.key, write);
        expect(state.consider(itemOf(step, now), saidIn(step), step.like)).toMatchObject({ granted, writes: [], degraded: [], ...(named ? { named } : {}) });
      }
    }), runs(100));
  });

  it('leaves nothing of a forgotten message', () => {
    fc.assert(fc.property(steps, (list) => {
      const state = createState();
      let now = 1;
      const stored = new Map<string, StateRecord>();
      for (const step of list) {
        now += step.after;
        for (const write of state.consider(itemOf(step, now), saidIn(step), step.like).writes) stored.set(write.key, write);
      }
      for (const message of ['a', 'b', 'c', 'd']) {
        for (const write of state.forget({ message: { conversationId: 'c', id: message } })) stored.set(write.key, write);
      }
      expect(state.size()).toBe(0);
      expect(stored.get('c')?.bytes ?? null).toBeNull();
    }), runs(100));
  });
});
