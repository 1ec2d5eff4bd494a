import { CHAIN_LEAST_UNITS, type ChainItem, type ChainPort, type ChainReply, type ChainStart } from '../contract/chain.ts';
import type { ForgetTarget, StateRecord } from '../contract/engine.ts';
import { isSafetyError, SafetyError, type SafetyErrorCode } from '../contract/errors.ts';
import type { RecordName, Records } from './store.ts';
import type { Tabs } from './tabs.ts';

/** A chain engine that was started. */
export interface RunningChain extends Omit<ChainPort, 'start'> {
  end(): Promise<void>;
}

export interface ChainDeskOptions {
  readonly records: Pick<Records, 'list' | 'read' | 'write' | 'trouble' | 'doubts'>;
  readonly tabs: Pick<Tabs, 'exclusive' | 'announce'>;
  readonly deadlineMs: number;
  /** Waits no longer than for an answer. */
  inTime<T>(work: Promise<T>): Promise<T>;
  /** Starts an engine with what is stored. @returns it, and what it says to delete */
  open(start: Pick<ChainStart, 'secret' | 'isPublic' | 'records' | 'now'>): Promise<{ readonly running: RunningChain; readonly gone: readonly StateRecord[] }>;
}

export interface ChainSeen extends Partial<Pick<ChainReply, 'found' | 'copies'>> {
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
  /** Ends the engine: the next one starts with what is stored then. */
  end(): Promise<void>;
}

const SECRET: RecordName = { table: 'chain', key: 'secret' };
const SECRET_BYTES = 16;
/** Records that are read at once. */
const AT_ONCE = 256;

export function createChainDesk({ records, tabs, deadlineMs, inTime, open }: ChainDeskOptions): ChainDesk {
  let opening: Promise<RunningChain> | undefined;
  /** The same, waited for once: messages after one that waited in vain do not wait again. */
  let timely: Promise<RunningChain> | undefined;
  /** Keys of the records that the engine has. */
  const known = new Set<string>();
  /** `records.doubts` when they were read. */
  let seenDoubts = 0;
  let secretInUse = '';

  const stored = async (): Promise<readonly RecordName[]> => (await records.list('chain')).filter(({ key }) => key !== SECRET.key);

  async function readEach(names: readonly RecordName[]): Promise<readonly StateRecord[]> {
    const read: StateRecord[] = [];
    for (let at = 0; at < names.length; at += AT_ONCE) read.push(...await records.read(names.slice(at, at + AT_ONCE)));
    keep(read);
    // Without bytes: the engine would never hear of it, and so never delete it.
    return [...read, ...names.filter((name) => records.trouble(name) === 'record-refused').map(gone)];
  }

  function keep(changed: readonly StateRecord[]): void {
    for (const { key, bytes } of changed) {
      if (bytes) known.add(key);
      else known.delete(key);
    }
  }

  /** The stored one, or a new one: then sketches under another one say nothing, and are deleted. */
  async function readAll(): Promise<Pick<ChainStart, 'secret' | 'records'>> {
    seenDoubts = records.doubts;
    const names = await stored();
    known.clear();
    const [held] = await records.read([SECRET]);
    // It may be there all the same.
    if (records.trouble(SECRET) === 'store-failed') throw new SafetyError('store-failed', 'The store failed.');
    if (held?.bytes?.length === SECRET_BYTES) {
      secretInUse = String(held.bytes);
      return { secret: held.bytes, records: await readEach(names) };
    }
    const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
    secretInUse = String(secret);
    await records.write([...names.map(gone), { ...SECRET, bytes: secret.slice() }]);
    return { secret, records: [] };
  }

  async function start(now: number): Promise<RunningChain> {
    const all = await tabs.exclusive(deadlineMs, readAll);
    const opened = await open({ ...all, now });
    await drop([...all.records, ...opened.gone]);
    return opened.running;
  }

  async function write(writes: readonly StateRecord[]): Promise<void> {
    if (writes.length === 0) return;
    keep(writes);
    await tabs.exclusive(deadlineMs, async () => {
      const [held] = await records.read([SECRET]);
      // Another tab forgot everything meanwhile: only deletions are of use.
      const isForgotten = String(held?.bytes) !== secretInUse;
      await records.write(isForgotten ? writes.filter(({ bytes }) => !bytes) : writes);
      // Before the lock is free: whoever writes next knows of it.
      tabs.announce('conversation');
    });
  }

  /** What cannot be deleted now is named again at the next start. */
  async function drop(some: readonly StateRecord[]): Promise<void> {
    await write(some.filter(({ bytes }) => !bytes)).catch(() => undefined);
  }

  function running(now: number): Promise<RunningChain> {
    if (!opening) {
      const started = opening = start(now);
      const waited = timely = inTime(started);
      started.then(() => { if (timely === waited) timely = started; }, () => { if (opening === started) opening = undefined; });
    }
    return timely as Promise<RunningChain>;
  }

  /** Another tab wrote since: the engine is told of what is new in the store, and what is gone. One of another secret, as after that tab forgot everything, is of no use. */
  async function adopt(): Promise<void> {
    if (!opening || seenDoubts === records.doubts) return;
    seenDoubts = records.doubts;
    const engine = await running(0);
    const names = await stored();
    const [held] = await records.read([SECRET]);
    if (String(held?.bytes) !== secretInUse) {
      await end();
      return;
    }
    const keys = new Set(names.map(({ key }) => key));
    const lost = [...known].filter((key) => !keys.has(key)).map((key) => gone({ table: 'chain', key }));
    keep(lost);
    const read = await readEach(names.filter(({ key }) => !known.has(key)));
    await drop([...read, ...await engine.replay([...lost, ...read])]);
  }

  /** @returns nothing where the engine was ended meanwhile: what was seen is not to be stored */
  async function seeOnce(items: readonly ChainItem[], now: number): Promise<readonly ChainSeen[]> {
    await adopt();
    const waited = running(now);
    const own = opening;
    const engine = await waited;
    const replies = opening === own ? await engine.see(items) : [];
    if (opening !== own) throw new SafetyError('worker-failed', 'The engine was ended.');
    const code = await write(replies.flatMap((reply) => reply?.writes ?? [])).then(() => undefined, codeOf);
    return replies.map((reply) => (reply ? { found: reply.found, copies: reply.copies, ...code && { code } } : { code: 'worker-failed' }));
  }

  async function end(): Promise<void> {
    const [last, isUp] = [opening, opening === timely];
    opening = undefined;
    const over = last?.then((opened) => opened.end()).catch(() => undefined);
    // One that is being opened is ended once it is there: nobody waits for what may never come.
    if (isUp) await over;
  }

  return {
    async see(items) {
      const [first] = items;
      if (!first) return [];
      try {
        // An edit to something short takes back what an earlier start may have stored.
        if (!opening && items.every(({ text }) => text.length < CHAIN_LEAST_UNITS) && (await stored()).length === 0) return [];
        const seen = await seeOnce(items, first.now);
        // Another tab wrote while this one counted: neither may have seen the other's.
        return seenDoubts === records.doubts || seen.some(({ code }) => code) ? seen : await seeOnce(items, first.now);
      } catch (error) {
        // It has lost its memory; the next one gets it from the store. One that is still being opened has none yet.
        if (!opening || timely === opening) await end();
        return items.map(() => ({ code: codeOf(error) }));
      }
    },
    async forget(what) {
      const names = await records.list('chain');
      if (names.length === 0) return;
      const everything = names.map(gone);
      if ('everything' in what) {
        await end();
        await write(everything);
        return;
      }
      try {
        await adopt();
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

function gone(name: RecordName): StateRecord {
  return { ...name, bytes: null };
}

export function codeOf(error: unknown): SafetyErrorCode {
  return isSafetyError(error) ? error.code : 'worker-failed';
}
