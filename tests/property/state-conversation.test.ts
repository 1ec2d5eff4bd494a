import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StateRecord } from '../../src/contract/engine.ts';
import { CONTRIBUTIONS_MAX } from '../../src/worker/conversation-record.ts';
import type { Told } from '../../src/contract/notices.ts';
import { createState, type EngineState } from '../../src/worker/state.ts';
import { offer, type Level } from '../fixtures/asks.ts';
import { runs } from './runs.ts';

interface Message { readonly id: string; readonly revision: number; readonly cues: readonly number[]; readonly history: boolean }

const cue = fc.nat({ max: 179 });
const cues = fc.uniqueArray(cue, { maxLength: 16 });
const message = (ids: readonly string[]): fc.Arbitrary<Message> => fc.record({
  id: fc.constantFrom(...ids), revision: fc.nat({ max: 2 }), cues, history: fc.boolean(),
});
const FEW = ['a', 'b', 'c', 'd', 'e'];

function itemOf({ id, revision, history }: Message, now: number, sentAt = now): Told {
  return { message: { id, conversationId: 'c', revision, sentAt }, mode: history ? 'history' : 'live', now, said: { scam: undefined, alike: false } };
}

/** Tells what stood before the message; without a wish for a notice unless asked. */
function told(state: EngineState, given: Message, now: number, level: Level = 'none', sentAt = now): { readonly before: readonly number[] | undefined; readonly granted: Level; readonly writes: readonly StateRecord[] } {
  let before: readonly number[] | undefined;
  const { notice, writes } = state.consider(itemOf(given, now, sentAt), { cues: given.cues, offers: (seen) => { before = seen; return offer(level); } });
  return { before, granted: notice?.level ?? 'none', writes };
}

describe('what a conversation said', () => {
  it('is the cues of every message before, newest revisions alone, in the order of the messages', () => {
    fc.assert(fc.property(fc.array(message(FEW), { maxLength: 30 }), fc.boolean(), (list, restarts) => {
      let state = createState();
      const stored = new Map<string, StateRecord>();
      const known = new Map<string, Message>();
      list.forEach((given, n) => {
        if (restarts) {
          state = createState();
          state.replay([...stored.values()]);
        }
        const old = known.get(given.id);
        const earlier = [...known.values()];
        const expected = [...new Set(earlier.slice(0, old === undefined ? earlier.length : earlier.indexOf(old)).flatMap((one) => one.cues))];
        const { before, granted, writes } = told(state, given, n + 1);
        expect(granted).toBe('none');
        if (given.history || (old !== undefined && old.revision > given.revision)) expect(before).toBeUndefined();
        else expect(before).toEqual(expected);
        if (old !== undefined && old.revision >= given.revision) expect(writes).toEqual([]);
        // Without a cue nothing is remembered but that an edit came.
        else if (given.cues.length > 0 || given.revision > 0) known.set(given.id, given);
        else expect(writes).toEqual([]);
        for (const write of writes) stored.set(`${write.table}/${write.key}`, write);
      });
    }), runs(200));
  });

  it('outlives the messages that said it, and a message screened again adds nothing', () => {
    fc.assert(fc.property(fc.array(cues.filter(({ length }) => length > 0), { minLength: CONTRIBUTIONS_MAX + 1, maxLength: 30 }), (list) => {
      const state = createState();
      const messages = list.map((said, n): Message => ({ id: `m${n}`, revision: 0, cues: said, history: false }));
      messages.forEach((one, n) => told(state, one, n + 1));
      for (const [n, one] of messages.entries()) expect(told(state, one, 100, 'none', n + 1).writes).toEqual([]);
      const { before = [] } = told(state, { id: 'next', revision: 0, cues: [], history: false }, 101);
      expect(new Set(before)).toEqual(new Set(list.flat()));
    }), runs(50));
  });

  it('is the same whether it came as history or live, and history raises nothing', () => {
    fc.assert(fc.property(fc.array(message(FEW), { maxLength: 20 }), (list) => {
      const [live, past] = [createState(), createState()];
      list.forEach((given, n) => {
        told(live, { ...given, history: false }, n + 1);
        const { granted } = told(past, { ...given, history: true }, n + 1, 'strong');
        expect(granted).toBe('none');
      });
      const next: Message = { id: 'next', revision: 0, cues: [1], history: false };
      const after = told(past, next, 100, 'tip');
      expect(after.before).toEqual(told(live, next, 100, 'tip').before);
      expect(after.granted).toBe('tip');
    }), runs(100));
  });

  it('is gone with the messages, whichever of them are forgotten last', () => {
    fc.assert(fc.property(fc.array(cues, { maxLength: 30 }), fc.nat(), (list, turn) => {
      const state = createState();
      const stored = new Map<string, StateRecord>();
      list.forEach((said, n) => {
        for (const write of told(state, { id: `m${n}`, revision: 0, cues: said, history: false }, n + 1).writes) stored.set(write.key, write);
      });
      const ids = list.map((_, n) => `m${(n + turn) % list.length}`);
      for (const id of ids) for (const write of state.forget({ message: { conversationId: 'c', id } })) stored.set(write.key, write);
      expect(state.size()).toBe(0);
      expect(stored.get('c')?.bytes ?? null).toBeNull();
    }), runs(100));
  });

  it('takes no more than 2,048 bytes, whatever was said in however many messages', () => {
    const id = fc.string({ unit: fc.constantFrom(...'abcdef0123456789-@.'), minLength: 1, maxLength: 64 });
    const many = fc.array(fc.tuple(id, fc.uniqueArray(cue, { minLength: 10, maxLength: 16 })), { minLength: 20, maxLength: 60 });
    fc.assert(fc.property(many, (list) => {
      const state = createState();
      list.forEach(([name, said], n) => {
        const now = 1_750_000_000_000 + n * 90_000_000;
        for (const { bytes } of told(state, { id: name, revision: n, cues: said, history: false }, now, 'tip').writes) expect(bytes?.length ?? 0).toBeLessThanOrEqual(2_048);
      });
    }), runs(50));
  });
});
