import { describe, expect, it } from 'vitest';
import type { StateRecord } from '../../../src/contract/engine.ts';
import type { Told } from '../../../src/contract/notices.ts';
import { createState, DISMISSED_MS, NOTICE_PAUSE_MS } from '../../../src/worker/state.ts';
import type { EngineState } from '../../../src/worker/state.ts';
import { asks } from '../../fixtures/asks.ts';

const T0 = Date.UTC(2026, 10, 21);
const HOUR = 3_600_000;

interface Given { readonly id?: string; readonly revision?: number; readonly now?: number; readonly conversationId?: string; readonly mode?: 'history' }

function item({ id = 'm1', revision, now = T0, conversationId = 'c1', mode }: Given = {}): Told {
  return {
    message: {
      id, conversationId, sentAt: now, ...(revision === undefined ? {} : { revision }),
    },
    mode: mode ?? 'live', now,
  };
}

/** What a store would hold after these writes. */
function applied(store: Map<string, Uint8Array>, writes: readonly StateRecord[]): void {
  for (const { key, bytes } of writes) {
    if (bytes === null) store.delete(key);
    else store.set(key, bytes);
  }
}

function reopened(store: Map<string, Uint8Array>): EngineState {
  const state = createState();
  state.replay([...store].map(([key, bytes]) => ({ table: 'conversation', key, bytes: new Uint8Array(bytes) })));
  return state;
}

describe('budget of notices', () => {
  it('grants one tip a conversation a day, and a strong one may follow', () => {
    const state = createState();
    expect(state.consider(item({ id: 'a' }), asks('tip')).granted).toBe('tip');
    expect(state.consider(item({ id: 'b', now: T0 + HOUR }), asks('tip')).granted).toBe('none');
    expect(state.consider(item({ id: 'c', now: T0 + 2 * HOUR }), asks('strong')).granted).toBe('strong');
    expect(state.consider(item({ id: 'd', now: T0 + 3 * HOUR }), asks('strong')).granted).toBe('none');
    expect(state.consider(item({ id: 'e', now: T0 + 3 * HOUR }), asks('tip')).granted).toBe('none');
    expect(state.consider(item({ id: 'f', now: T0 + 2 * HOUR + NOTICE_PAUSE_MS - 1 }), asks('tip')).granted).toBe('none');
    expect(state.consider(item({ id: 'g', now: T0 + 2 * HOUR + NOTICE_PAUSE_MS }), asks('tip')).granted).toBe('tip');
  });

  it('counts each conversation by itself', () => {
    const state = createState();
    expect(state.consider(item({ conversationId: 'c1' }), asks('tip')).granted).toBe('tip');
    expect(state.consider(item({ conversationId: 'c2' }), asks('tip')).granted).toBe('tip');
  });

  it('does not stay silent for years after a clock that was far ahead', () => {
    const state = createState();
    state.consider(item({ id: 'a', now: T0 + 400 * NOTICE_PAUSE_MS }), asks('tip'));
    expect(state.consider(item({ id: 'b', now: T0 }), asks('tip')).granted).toBe('tip');
  });

  it('keeps a spent budget when 64 other messages came in between', () => {
    const state = createState();
    state.consider(item({ id: 'first' }), asks('strong'));
    for (let n = 0; n < 200; n++) expect(state.consider(item({ id: `m${n}`, now: T0 + n }), asks('strong')).granted).toBe('none');
  });
});

describe('idempotence', () => {
  it('gives the same message the same answer and writes once', () => {
    const state = createState();
    expect(state.consider(item({ id: 'a' }), asks('tip')).writes).toHaveLength(1);
    expect(state.consider(item({ id: 'a', now: T0 + HOUR }), asks('tip'))).toEqual({ granted: 'tip', named: false, writes: [], degraded: [] });
    const refusedOnce = state.consider(item({ id: 'b', now: T0 + HOUR }), asks('tip'));
    expect(refusedOnce.granted).toBe('none');
    expect(state.consider(item({ id: 'b', now: T0 + 3 * NOTICE_PAUSE_MS }), asks('tip'))).toEqual({ granted: 'none', named: false, writes: [], degraded: [] });
  });

  it('writes nothing for a message that deserves nothing', () => {
    const state = createState();
    expect(state.consider(item(), asks('none'))).toEqual({ granted: 'none', writes: [], degraded: [] });
    expect(state.size()).toBe(0);
  });

  it('lets an edit replace what its message added, both ways', () => {
    const state = createState();
    state.consider(item({ id: 'a', revision: 0 }), asks('tip'));
    expect(state.consider(item({ id: 'a', revision: 1 }), asks('none')).granted).toBe('none');
    expect(state.consider(item({ id: 'b' }), asks('tip')).granted).toBe('tip');
    expect(state.consider(item({ id: 'a', revision: 2 }), asks('tip')).granted).toBe('none');
    expect(state.consider(item({ id: 'b', revision: 1 }), asks('strong')).granted).toBe('strong');
  });

  it('keeps the notice of an edited message that still deserves it', () => {
    const state = createState();
    state.consider(item({ id: 'a', revision: 0 }), asks('tip'));
    expect(state.consider(item({ id: 'a', revision: 1, now: T0 + HOUR }), asks('tip')).granted).toBe('tip');
  });

  it('ignores a revision older than the one it knows', () => {
    const state = createState();
    expect(state.consider(item({ id: 'a', revision: 3 }), asks('none')).writes).toHaveLength(1);
    expect(state.consider(item({ id: 'a', revision: 2 }), asks('strong'))).toEqual({ granted: 'none', named: false, writes: [], degraded: [] });
  });

  it('shows less, never more, where the same message is judged differently now', () => {
    const state = createState();
    state.consider(item({ id: 'a' }), asks('strong'));
    expect(state.consider(item({ id: 'a' }), asks('tip')).granted).toBe('tip');
    expect(state.consider(item({ id: 'a' }), asks('none')).granted).toBe('none');
    expect(state.consider(item({ id: 'a' }), asks('strong')).granted).toBe('strong');
  });
});

describe('history', () => {
  it('raises nothing, writes nothing, spends nothing', () => {
    const state = createState();
    expect(state.consider(item({ id: 'a', mode: 'history' }), asks('strong'))).toEqual({ granted: 'none', writes: [], degraded: [] });
    expect(state.consider(item({ id: 'a', revision: 4, mode: 'history' })).writes).toEqual([]);
    expect(state.consider(item({ id: 'b' }), asks('strong')).granted).toBe('strong');
  });
});

describe('answers', () => {
  it('mutes for seven days after "dismissed", the answered message for good', () => {
    const state = createState();
    state.consider(item({ id: 'a' }), asks('tip'));
    expect(state.answer({ conversationId: 'c1', noticeId: 'n', answer: 'dismissed', now: T0 })).toHaveLength(1);
    expect(state.consider(item({ id: 'a' }), asks('tip')).granted).toBe('none');
    expect(state.consider(item({ id: 'b', now: T0 + DISMISSED_MS - 1 }), asks('strong')).granted).toBe('none');
    expect(state.consider(item({ id: 'a', now: T0 + DISMISSED_MS }), asks('tip')).granted).toBe('none');
    expect(state.consider(item({ id: 'c', now: T0 + DISMISSED_MS }), asks('strong')).granted).toBe('strong');
  });

  it('stays silent for good after "trusted"', () => {
    const state = createState();
    state.answer({ conversationId: 'c1', noticeId: 'n', answer: 'trusted', now: T0 });
    expect(state.consider(item({ id: 'b', now: T0 + 900 * NOTICE_PAUSE_MS }), asks('strong')).granted).toBe('none');
    expect(state.answer({ conversationId: 'c1', noticeId: 'n', answer: 'dismissed', now: T0 })).toEqual([]);
    expect(state.consider(item({ id: 'c', conversationId: 'c2' }), asks('strong')).granted).toBe('strong');
  });
});

describe('a name like a blocked one', () => {
  const told = (state: ReturnType<typeof createState>, over: Parameters<typeof item>[0] = {}, wanted: 'none' | 'tip' = 'none'): boolean => (
    state.consider(item(over), asks(wanted), true).named === true);

  it('is told once a conversation, with the same message however often it comes again', () => {
    const state = createState();
    const store = new Map<string, Uint8Array>();
    applied(store, state.consider(item({ id: 'a' }), asks('none'), true).writes);
    for (const now of [T0, T0 + HOUR, T0 + 400 * NOTICE_PAUSE_MS]) {
      expect([told(state, { id: 'a', now }), told(state, { id: 'b', now }), told(state, { id: 'c', now, revision: 2 })]).toEqual([true, false, false]);
    }
    expect([told(reopened(store), { id: 'a' }), told(reopened(store), { id: 'b' }), told(reopened(store), { id: 'b', conversationId: 'c2' })]).toEqual([true, false, true]);
    expect(state.consider(item({ id: 'b' }), asks('none'), true).writes).toEqual([]);
  });

  it('goes with edits of its message, and leaves the budget of scam notices alone', () => {
    const state = createState();
    expect(told(state, { id: 'a' })).toBe(true);
    expect(told(state, { id: 'a', revision: 1, now: T0 + HOUR })).toBe(true);
    expect(state.consider(item({ id: 'b', now: T0 + HOUR }), asks('tip'), true)).toMatchObject({ granted: 'tip', named: false });
    expect(told(state, { id: 'a', revision: 1, now: T0 + 2 * HOUR })).toBe(false);
  });

  it('comes with the first notice of a conversation or never, and not while it is muted', () => {
    const state = createState();
    expect(state.consider(item({ id: 'a' }), asks('tip'), true)).toMatchObject({ granted: 'tip', named: true });
    const other = createState();
    other.consider(item({ id: 'a' }), asks('tip'));
    expect(told(other, { id: 'b' })).toBe(false);
    for (const answer of ['dismissed', 'trusted'] as const) {
      const muted = createState();
      muted.answer({ conversationId: 'c1', noticeId: 'n', answer, now: T0 });
      expect([told(muted, { id: 'a', now: T0 + HOUR }), muted.consider(item({ id: 'a', now: T0 + HOUR }), asks('none'), true).writes]).toEqual([false, []]);
    }
  });

  it('does not come back when a dismissal ends, nor in history', () => {
    const state = createState();
    expect(told(state, { id: 'a' })).toBe(true);
    state.answer({ conversationId: 'c1', noticeId: 'n', answer: 'dismissed', now: T0 + HOUR });
    const later = T0 + 30 * NOTICE_PAUSE_MS;
    expect([told(state, { id: 'a', now: T0 + 2 * HOUR }), told(state, { id: 'b', now: later })]).toEqual([false, false]);
    expect(state.consider(item({ id: 'z', conversationId: 'c9', mode: 'history' }), asks('none'), true)).toEqual({ granted: 'none', writes: [], degraded: [] });
  });

  it('is not forgotten for many edits after it', () => {
    const state = createState();
    told(state, { id: 'a' });
    for (let n = 0; n < 200; n++) state.consider(item({ id: `e${n}`, revision: 1, now: T0 + n }), asks('none'), true);
    expect([told(state, { id: 'new' }), told(state, { id: 'a' })]).toEqual([false, true]);
  });
});

describe('replay and forget', () => {
  it('carries budgets, answers and revisions over a restart', () => {
    const store = new Map<string, Uint8Array>();
    const before = createState();
    applied(store, before.consider(item({ id: 'a' }), asks('tip')).writes);
    applied(store, before.consider(item({ id: 'e', revision: 2 }), asks('none')).writes);
    applied(store, before.answer({ conversationId: 'c2', noticeId: 'n', answer: 'trusted', now: T0 }));
    const after = reopened(store);
    expect(after.consider(item({ id: 'a' }), asks('tip'))).toEqual({ granted: 'tip', named: false, writes: [], degraded: [] });
    expect(after.consider(item({ id: 'b' }), asks('tip')).granted).toBe('none');
    expect(after.consider(item({ id: 'e', revision: 1 }), asks('strong')).granted).toBe('none');
    expect(after.consider(item({ id: 'z', conversationId: 'c2' }), asks('strong')).granted).toBe('none');
  });

  it('forgets a message: the record is as if it had never come', () => {
    const with2 = new Map<string, Uint8Array>();
    const without = new Map<string, Uint8Array>();
    const a = createState();
    applied(with2, a.consider(item({ id: 'keep' }), asks('tip')).writes);
    applied(without, a.consider(item({ id: 'keep' }), asks('tip')).writes);
    applied(with2, a.consider(item({ id: 'gone' }), asks('strong')).writes);
    applied(with2, a.forget({ message: { conversationId: 'c1', id: 'gone' } }));
    const b = createState();
    applied(without, b.consider(item({ id: 'keep' }), asks('tip')).writes);
    expect(with2).toEqual(without);
    expect(a.consider(item({ id: 'next' }), asks('strong')).granted).toBe('strong');
  });

  it('deletes the record with its last message', () => {
    const state = createState();
    state.consider(item({ id: 'a' }), asks('tip'));
    expect(state.forget({ message: { conversationId: 'c1', id: 'a' } })).toEqual([{ table: 'conversation', key: 'c1', bytes: null }]);
    expect(state.forget({ message: { conversationId: 'c1', id: 'a' } })).toEqual([]);
    expect(state.size()).toBe(0);
  });

  it('forgets a conversation and everything', () => {
    const state = createState();
    for (const conversationId of ['c1', 'c2', 'c3']) state.consider(item({ conversationId }), asks('tip'));
    expect(state.forget({ conversation: 'c1' })).toEqual([{ table: 'conversation', key: 'c1', bytes: null }]);
    expect(state.size()).toBe(2);
    expect(state.forget({ everything: true }).map((record) => record.key)).toEqual(['c2', 'c3']);
    expect(state.size()).toBe(0);
    expect(state.consider(item({ conversationId: 'c1' }), asks('tip')).granted).toBe('tip');
  });

  it('goes on without a record it cannot read, and says so until it is written anew', () => {
    const state = createState();
    state.replay([{ table: 'conversation', key: 'c1', bytes: new Uint8Array([9, 9, 9]) }]);
    const told = [{ check: 'state', code: 'record-refused' }];
    expect(state.consider(item({ id: 'a' }), asks('none'))).toEqual({ granted: 'none', writes: [], degraded: told });
    expect(state.consider(item({ id: 'a', mode: 'history' }), asks('none')).degraded).toEqual(told);
    expect(state.consider(item({ id: 'b' }), asks('tip')).granted).toBe('tip');
    expect(state.consider(item({ id: 'c' }), asks('none')).degraded).toEqual([]);
  });

  it('drops from memory what is replayed as absent', () => {
    const state = createState();
    state.consider(item({ id: 'a' }), asks('tip'));
    state.replay([{ table: 'conversation', key: 'c1', bytes: null }, { table: 'settings', key: 'current', bytes: null }]);
    expect(state.consider(item({ id: 'b' }), asks('tip')).granted).toBe('tip');
  });
});
