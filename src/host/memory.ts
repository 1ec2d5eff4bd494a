import type { EnginePort, ForgetTarget, NoticeAnswer, StateRecord } from '../contract/engine.ts';
import type { LazyChain } from './lazy-chain.ts';
import type { SettingsDesk } from './desk.ts';
import { FLOOD, PERSON, type RecordName, type Records } from './store.ts';
import type { Tabs } from './tabs.ts';

export interface MemoryOptions {
  readonly port: EnginePort;
  readonly records: Records;
  readonly tabs: Tabs;
  readonly desk: SettingsDesk;
  readonly deadlineMs: number;
  readonly watch: LazyChain;
}

/** What a person does to what is remembered: answer a notice, forget. Each within a turn of the queue. */
export interface Memory {
  /** @throws {SafetyError} worker-failed, deadline, store-failed */
  answer(answer: NoticeAnswer): Promise<void>;
  /** @throws {SafetyError} store-failed, asset-unavailable; for one message also worker-failed, deadline */
  forget(what: ForgetTarget): Promise<void>;
  /** Another tab dropped or changed records: what the engine still holds of them goes too. */
  forgotten(): Promise<void>;
  /** Another tab dropped everything. */
  wiped(): Promise<void>;
}

export function createMemory({ port, records, tabs, desk, deadlineMs, watch }: MemoryOptions): Memory {
  /** Reads the record, lets the engine change it, and stores the result, all in the store's turn. */
  async function change(key: string, work: () => Promise<readonly StateRecord[]>): Promise<void> {
    const name: RecordName = { table: 'conversation', key };
    const changed = await tabs.exclusive(deadlineMs, async () => {
      const stale = await records.refresh([name, FLOOD, PERSON]);
      if (stale.length > 0) await port.replay(stale);
      const { era } = records;
      const writes = await work();
      await records.write(writes);
      if (records.era !== era) records.reset();
      return writes.length > 0;
    });
    // Eagerly, not with the next message: a notice answered here must not stand in another tab.
    if (changed) tabs.announce('forgotten');
  }

  return {
    answer: (answer) => change(answer.conversationId, () => port.answer(answer)),
    async forget(what) {
      if ('message' in what) {
        await change(what.message.conversationId, () => port.forget(what));
      } else if ('conversation' in what) {
        // An engine that cannot answer was ended and has lost its memory, which is what was asked.
        await change(what.conversation, () => port.forget(what)).catch(() => port.forget(what)).catch(() => undefined);
        const gone = { table: 'conversation', key: what.conversation, bytes: null } as const;
        await tabs.exclusive(deadlineMs, () => records.write([gone, { ...FLOOD, bytes: null }]));
        tabs.announce('forgotten');
      } else {
        await watch.end();
        await port.forget(what).catch(() => undefined);
        await tabs.exclusive(deadlineMs, () => records.wipe());
        tabs.announce('wiped');
        await desk.reset();
      }
      await watch.forget(what);
    },
    async forgotten() {
      records.doubt();
      const changed = await records.refresh(records.held().filter(({ table }) => table === 'conversation' || table === 'person' || table === 'flood'));
      if (changed.length > 0) await port.replay(changed);
    },
    async wiped() {
      await watch.end();
      await port.forget({ everything: true }).catch(() => undefined);
      records.reset();
      await desk.reset();
    },
  };
}
