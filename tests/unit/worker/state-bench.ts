import type { NoticeAnswerCode, StateRecord } from '../../../src/contract/engine.ts';
import { noticeId } from '../../../src/contract/notice-id.ts';
import type { Told } from '../../../src/contract/notices.ts';
import type { Notice } from '../../../src/contract/verdict.ts';
import { createState, type EngineState, type Judge } from '../../../src/worker/state.ts';
import { asks } from '../../fixtures/asks.ts';

export const T0 = Date.UTC(2026, 10, 21);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface Given { readonly id?: string; readonly revision?: number; readonly now?: number; readonly sentAt?: number; readonly conversationId?: string; readonly mode?: 'history'; readonly observed?: boolean }

export function item({ id = 'm1', revision, now = T0, sentAt = now, conversationId = 'c1', mode, observed = false }: Given = {}): Told {
  return {
    message: { id, conversationId, sentAt, ...(revision === undefined ? {} : { revision }) }, mode: mode ?? 'live', now, said: { scam: undefined, alike: false }, observed,
  };
}

/** What a store would hold after these writes. */
function applied(store: Map<string, StateRecord>, writes: readonly StateRecord[]): void {
  for (const record of writes) {
    if (record.bytes === null) store.delete(`${record.table}/${record.key}`);
    else store.set(`${record.table}/${record.key}`, record);
  }
}

export interface Bench { state: EngineState; readonly store: Map<string, StateRecord>; see(given: Given, judge?: Judge): Notice | undefined; answer(answer: NoticeAnswerCode, about?: string, now?: number, conversationId?: string): void; restart(): void; forget(what: Parameters<EngineState['forget']>[0]): void }

/** A state over a store that holds what it is told to. */
export function bench(): Bench {
  const made: Bench = {
    state: createState(), store: new Map(),
    see(given, judge) {
      const { notice, writes } = made.state.consider(item(given), judge);
      applied(made.store, writes);
      return notice;
    },
    answer(answer, about = 'm1', now = T0, conversationId = 'c1') {
      applied(made.store, made.state.answer({ conversationId, noticeId: noticeId(conversationId, about, 'scam'), answer, now }));
    },
    restart() {
      made.state = createState();
      made.state.replay([...made.store.values()]);
    },
    forget(what) { applied(made.store, made.state.forget(what)); },
  };
  return made;
}

export const NEWS = asks('strong', ['words', 'ask'], 'asks-for-money');
export const saying = (...cues: readonly number[]): Judge => ({ cues, offers: () => [] });
/** What stood before a message, as its judge is told. */
export function before(on: EngineState, given: Given): readonly number[] | undefined {
  let seen: readonly number[] | undefined = [-1];
  on.consider(item(given), { cues: [], offers: (cues) => { seen = cues; return []; } });
  return seen;
}
