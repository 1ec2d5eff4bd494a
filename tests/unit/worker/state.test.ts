import { describe, expect, it } from 'vitest';
import { CONTRIBUTIONS_MAX } from '../../../src/worker/conversation-record.ts';
import type { Judge } from '../../../src/worker/state.ts';
import { asks, offer } from '../../fixtures/asks.ts';
import { before, bench, DAY, HOUR, item, NEWS, saying, T0, type Bench } from './state-bench.ts';

describe('the desk over conversations', () => {
  it('shows one a conversation and week, another kind of evidence at once, and two a week in all', () => {
    const { see } = bench();
    expect(see({ id: 'a' }, asks('tip'))).toMatchObject({ level: 'tip', form: 'banner', layout: 0 });
    expect(see({ id: 'b', now: T0 + HOUR }, asks('strong'))).toBeUndefined();
    expect(see({ id: 'c', now: T0 + 2 * HOUR }, NEWS)).toMatchObject({ level: 'strong', form: 'interstitial', layout: 1 });
    expect(see({ id: 'd', now: T0 + 3 * HOUR, conversationId: 'c2' }, NEWS)).toBeUndefined();
    expect(see({ id: 'e', now: T0 + 7 * DAY, conversationId: 'c2' }, asks('tip'))).toMatchObject({ level: 'tip', layout: 2 });
  });

  it('shows the same message\'s notice again, at its layout, after a restart too, and spends nothing', () => {
    const made = bench();
    made.see({ id: 'a' }, NEWS);
    const [stored, first] = [new Map(made.store), made.see({ id: 'a' }, NEWS)];
    for (let n = 0; n < 3; n++) {
      made.restart();
      expect(made.see({ id: 'a', now: T0 + n * 100 * DAY }, NEWS)).toEqual(first);
    }
    expect(made.store).toEqual(stored);
    expect(made.see({ id: 'b', conversationId: 'c2' }, NEWS)).toMatchObject({ form: 'banner' });
  });

  it('is not unlocked by a clock that goes back', () => {
    const made = bench();
    made.see({ id: 'a' }, NEWS);
    made.see({ id: 'b', conversationId: 'c2' }, NEWS);
    for (const now of [T0 - DAY, T0 - 400 * DAY, 1]) {
      made.restart();
      expect([made.see({ id: `x${now}`, now, conversationId: 'c3' }, NEWS), made.see({ id: `y${now}`, now }, NEWS)]).toEqual([undefined, undefined]);
    }
    made.answer('keep-chatting', 'a', T0 + 8 * DAY);
    expect(made.see({ id: 'z', now: T0 - 60 * DAY }, asks('strong', ['account']))).toBeUndefined();
  });

  it('remembers that a message was not told of', () => {
    const { see, state } = bench();
    see({ id: 'a' }, asks('tip'));
    expect(see({ id: 'b' }, asks('tip'))).toBeUndefined();
    expect(state.consider(item({ id: 'b', now: T0 + 30 * DAY }), asks('tip'))).toEqual({ notice: undefined, writes: [], degraded: [] });
  });

  it('writes nothing for a message that deserves nothing', () => {
    const { state } = bench();
    expect(state.consider(item(), asks('none'))).toEqual({ writes: [], degraded: [] });
    expect(state.size()).toBe(0);
  });

  it('shows less, never more, where the same message is judged differently now', () => {
    const { see } = bench();
    see({}, asks('strong'));
    expect(see({}, asks('tip'))).toMatchObject({ level: 'tip', form: 'banner' });
    expect(see({}, asks('none'))).toBeUndefined();
    expect(see({}, asks('strong'))).toMatchObject({ level: 'strong', form: 'interstitial' });
  });
});

describe('an edit', () => {
  it('keeps the notice that it still deserves, takes back what it does not, and gives no place back', () => {
    const { see } = bench();
    const first = see({ id: 'a' }, asks('tip'));
    expect(see({ id: 'a', revision: 1, now: T0 + HOUR }, asks('tip'))).toEqual(first);
    expect(see({ id: 'a', revision: 2, now: T0 + HOUR }, asks('none'))).toBeUndefined();
    expect(see({ id: 'a', revision: 3, now: T0 + HOUR }, asks('tip'))).toBeUndefined();
    expect(see({ id: 'b', conversationId: 'c2' }, asks('tip'))).toBeUndefined();
  });

  it('may get a stronger notice for new evidence', () => {
    const { see } = bench();
    see({ id: 'a' }, asks('tip'));
    expect(see({ id: 'a', revision: 1 }, asks('strong'))).toMatchObject({ level: 'tip' });
    expect(see({ id: 'a', revision: 2 }, NEWS)).toMatchObject({ level: 'strong', form: 'interstitial' });
    expect(see({ id: 'a', revision: 2 }, NEWS)).toMatchObject({ level: 'strong', form: 'interstitial' });
  });

  it('older than the one that is known is ignored', () => {
    const { state } = bench();
    expect(state.consider(item({ id: 'a', revision: 3 }), asks('none')).writes).toHaveLength(1);
    expect(state.consider(item({ id: 'a', revision: 2 }), asks('strong'))).toEqual({ writes: [], degraded: [] });
  });
});

describe('history', () => {
  it('raises nothing, writes nothing of what says nothing, spends nothing', () => {
    const { state, see } = bench();
    expect(state.consider(item({ id: 'a', mode: 'history' }), asks('strong'))).toEqual({ writes: [], degraded: [] });
    expect(state.consider({ ...item({ id: 'a', revision: 4, mode: 'history' }), said: undefined }).writes).toEqual([]);
    expect(see({ id: 'b' }, asks('strong'))).toMatchObject({ level: 'strong' });
  });

  it('does not silence a message for good: it is judged when it comes live', () => {
    const judge: Judge = { cues: [3], offers: () => offer('tip') };
    const { see, restart } = bench();
    expect(see({ id: 'a', mode: 'history' }, judge)).toBeUndefined();
    restart();
    expect(see({ id: 'a' }, judge)).toMatchObject({ level: 'tip' });
    expect(see({ id: 'a' }, judge)).toMatchObject({ level: 'tip' });
  });
});

describe('notices that are only counted', () => {
  it('come once with a message, within budgets of their own, and spend none of the real ones', () => {
    const { see, restart } = bench();
    const seen = [1, 2, 3].map(() => see({ id: 'a', observed: true }, asks('tip')));
    expect(seen.map((notice) => notice?.level)).toEqual(['tip', undefined, undefined]);
    expect(see({ id: 'b', observed: true, conversationId: 'c2' }, asks('tip'))).toBeUndefined();
    restart();
    expect(see({ id: 'a', observed: true }, asks('tip'))).toBeUndefined();
    expect(see({ id: 'd', conversationId: 'c3' }, NEWS)).toMatchObject({ form: 'interstitial', layout: 0 });
    expect(see({ id: 'a' }, asks('tip'))).toMatchObject({ level: 'tip', layout: 1 });
    expect(see({ id: 'a', observed: true }, asks('tip'))).toBeUndefined();
  });
});

describe('what a conversation said', () => {
  const filled = (): Bench => {
    const made = bench();
    for (let n = 0; n < CONTRIBUTIONS_MAX + 2; n++) made.see({ id: `m${n}`, now: T0 + n * HOUR }, saying(n, 100));
    return made;
  };

  it('is not lost by forgetting a message that never said anything', () => {
    const made = filled();
    made.forget({ message: { conversationId: 'c1', id: 'never-seen' } });
    expect(new Set(before(made.state, { id: 'next', now: T0 + DAY }))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100]));
  });

  it('is not washed by harmless messages that are deleted, however long ago it was said', () => {
    const made = bench();
    for (let n = 0; n < 60; n++) made.see({ id: `m${n}`, now: T0 + n * HOUR }, saying(n, 100));
    for (let n = 0; n < 20; n++) {
      made.see({ id: `hi${n}`, now: T0 + 5 * DAY });
      made.forget({ message: { conversationId: 'c1', id: `hi${n}` } });
    }
    expect(new Set(before(made.state, { id: 'next', now: T0 + 6 * DAY }))).toEqual(new Set([...Array.from({ length: 60 }, (_, n) => n), 100]));
    made.restart();
    made.forget({ message: { conversationId: 'c1', id: 'm1' } });
    expect(before(made.state, { id: 'next', now: T0 + 6 * DAY })).not.toContain(1);
    expect(before(made.state, { id: 'next', now: T0 + 6 * DAY })).toEqual(expect.arrayContaining([0, 2, 100]));
  });

  it('goes with the message that said it, also where that stands among the eight no longer', () => {
    const made = filled();
    made.restart();
    made.forget({ message: { conversationId: 'c1', id: 'm0' } });
    expect(before(made.state, { id: 'next', now: T0 + DAY })).not.toContain(0);
    expect(before(made.state, { id: 'next', now: T0 + DAY })).toContain(1);
  });

  it('holds for a message that comes late, sent after those that left and before the newest', () => {
    const made = filled();
    const late = { id: 'late', now: T0 + DAY, sentAt: T0 + 4 * HOUR + 1 };
    expect(before(made.state, late)).toContain(0);
    // Sent before one that left: nobody knows what stood before it.
    expect(before(made.state, { ...late, sentAt: T0 + HOUR - 1 })).toBeUndefined();
  });
});
