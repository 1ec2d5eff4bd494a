import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Message } from '../../src/contract/message.ts';
import type { Store } from '../../src/contract/safety.ts';
import { createMemoryStore } from '../../src/host/memory-store.ts';
import { nextTask } from '../../src/host/turns.ts';
import { HOUR, openSafety, STRANGER, T0 } from '../unit/host/open-safety.ts';
import { runs } from './runs.ts';

interface Step { readonly tab: 0 | 1; readonly id: number; readonly after: number; readonly crash: boolean; readonly together: boolean }

const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.record({
  tab: fc.constantFrom(0 as const, 1 as const), id: fc.nat({ max: 11 }), after: fc.constantFrom(0, 0, HOUR, 30 * HOUR),
  crash: fc.boolean(), together: fc.boolean(),
}), { minLength: 1, maxLength: 24 });

/** Answers a task later, as a database does: without the lock, two tabs would read before either has written. */
function slowStore(): Store {
  const store = createMemoryStore();
  return {
    ...store,
    get: async (key) => { await nextTask(); return store.get(key); },
    put: async (key, bytes) => { await nextTask(); await store.put(key, bytes); },
  };
}

/** A message's level never changes, so its id says it. */
const levelOf = (id: number): 'TIP' | 'STRONG' => (id % 2 === 0 ? 'TIP' : 'STRONG');
const RANK = { tip: 1, strong: 2 };

it('two tabs never raise two notices of a level within a day, whatever they meet, whoever crashes', async () => {
  await fc.assert(fc.asyncProperty(steps, async (list) => {
    const store = slowStore();
    const clock = { now: T0 };
    const tabs = [await openSafety({ store, clock }), await openSafety({ store, clock })] as const;
    /** First time each message was told, and at which level. */
    const told = new Map<number, { at: number; rank: number }>();
    let open: Promise<void>[] = [];
    for (const step of list) {
      if (!step.together) {
        await Promise.all(open);
        open = [];
        clock.now += step.after;
        if (step.crash) tabs[step.tab].port.kill();
      }
      const message: Message = {
        id: `m${step.id}`, conversationId: 'c', kind: 'text', text: levelOf(step.id), sentAt: 0, direction: 'incoming',
      };
      const { now } = clock;
      open.push(tabs[step.tab].safety.screenMessage(message, STRANGER).then((verdict) => {
        const [notice] = verdict.notices;
        if (notice !== undefined && !told.has(step.id)) told.set(step.id, { at: now, rank: RANK[notice.level] });
      }));
    }
    await Promise.all(open);
    for (const [id, one] of told) {
      for (const [otherId, other] of told) {
        // Within a day of a notice, only a stronger one may follow.
        if (id !== otherId && other.at >= one.at && other.at - one.at < 24 * HOUR && other.rank <= one.rank) {
          // At the same moment the order is not seen: the weaker one may have been first.
          expect(other.at === one.at && other.rank < one.rank).toBe(true);
        }
      }
    }
    await Promise.all(tabs.map(({ safety }) => safety.dispose()));
  }), runs(150));
});
