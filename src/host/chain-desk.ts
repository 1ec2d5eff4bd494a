import type { ChainFound, ChainItem, ChainPort, ChainStart } from '../contract/chain.ts';
import type { ForgetTarget, StateRecord } from '../contract/engine.ts';
import { isSafetyError, SafetyError, type SafetyErrorCode } from '../contract/errors.ts';
import type { RecordName, Records } from './store.ts';
import type { Tabs } from './tabs.ts';

/** A chain engine that was started. */
export interface RunningChain extends Omit<ChainPort, 'start'> {
  end(): Promise<void>;
}

export interface ChainDeskOptions {
  readonly records: Pick<Records, 'list' | 'read' | 'write' | 'trouble'>;
  readonly tabs: Pick<Tabs, 'exclusive'>;
  readonly deadlineMs: number;
  /** Starts an engine with what is stored. @returns it, and what it says to delete */
  open(start: Pick<ChainStart, 'secret' | 'records' | 'now'>): Promise<{ readonly running: RunningChain; readonly gone: readonly StateRecord[] }>;
}

export interface ChainSeen {
  readonly found?: ChainFound | undefined;
  /** Nobody looked, or what was seen is not stored. */
  readonly code?: SafetyErrorCode;
}

/**
 * Near-copies as the page sees them: an engine that is opened with the first message to be looked at, and its records in the store, each sealed by itself. The
 * secret that all of them hang on is made here, for worker rooms have no chance, and is a record too.
 */
export interface ChainDesk {
  /** In order. Resolves, whatever becomes of the engine and the store. */
  see(items: readonly ChainItem[]): Promise<readonly ChainSeen[]>;
  /** @throws {SafetyError} store-failed; for a message also what the engine says */
  forget(what: ForgetTarget): Promise<void>;
  /** Ends the engine: the next one starts with what is stored then, as after another tab's changes. */
  end(): Promise<void>;
}

const SECRET: RecordName = { table: 'chain', key: 'secret' };
const SECRET_BYTES = 16;
/** Records that are read at once. */
const AT_ONCE = 256;

export function createChainDesk({ records, tabs, deadlineMs, open }: ChainDeskOptions): ChainDesk {
  let opening: Promise<RunningChain> | undefined;

  /** The stored one, or a new one: then sketches under another one say nothing, and are deleted. */
  async function readAll(): Promise<Pick<ChainStart, 'secret' | 'records'>> {
    const names = (await records.list('chain')).filter(({ key }) => key !== SECRET.key);
    const [held] = await records.read([SECRET]);
    // It may be there all the same.
    if (records.trouble(SECRET) === 'store-failed') throw new SafetyError('store-failed', 'The store failed.');
    if (held?.bytes?.length === SECRET_BYTES) {
      const stored: StateRecord[] = [];
      for (let at = 0; at < names.length; at += AT_ONCE) stored.push(...await records.read(names.slice(at, at + AT_ONCE)));
      return { secret: held.bytes, records: stored };
    }
    const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
    await records.write([...names.map((name) => ({ ...name, bytes: null })), { ...SECRET, bytes: secret.slice() }]);
    return { secret, records: [] };
  }

  async function start(now: number): Promise<RunningChain> {
    const { running, gone } = await open({ ...await tabs.exclusive(deadlineMs, readAll), now });
    await write(gone);
    return running;
  }

  async function write(writes: readonly StateRecord[]): Promise<void> {
    if (writes.length > 0) await tabs.exclusive(deadlineMs, () => records.write(writes));
  }

  function running(now: number): Promise<RunningChain> {
    if (!opening) {
      const started = opening = start(now);
      started.catch(() => { if (opening === started) opening = undefined; });
    }
    return opening;
  }

  async function end(): Promise<void> {
    const last = opening;
    opening = undefined;
    await (await last?.catch(() => undefined))?.end();
  }

  return {
    async see(items) {
      const [first] = items;
      if (!first) return [];
      try {
        const replies = await (await running(first.now)).see(items);
        const code = await write(replies.flatMap((reply) => reply?.writes ?? [])).then(() => undefined, codeOf);
        return replies.map((reply) => ({ found: reply?.found, ...reply ? code && { code } : { code: 'worker-failed' } }));
      } catch (error) {
        // It has lost its memory; the next one gets it from the store.
        await end();
        return items.map(() => ({ code: codeOf(error) }));
      }
    },
    async forget(what) {
      const names = await records.list('chain');
      if (names.length === 0) return;
      const everything = names.map((name): StateRecord => ({ ...name, bytes: null }));
      if ('everything' in what) {
        await end();
        await write(everything);
        return;
      }
      try {
        await write(await (await running(0)).forget(what));
      } catch (error) {
        if ('message' in what) throw error;
        // Nobody can say which of them were that conversation's: none stays.
        await end();
        await write(everything);
      }
    },
    end,
  };
}

function codeOf(error: unknown): SafetyErrorCode {
  return isSafetyError(error) ? error.code : 'worker-failed';
}
