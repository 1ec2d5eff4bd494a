import type { StateRecord } from '../contract/engine.ts';
import { isSafetyError, SafetyError } from '../contract/errors.ts';
import type { SafetyErrorCode } from '../contract/errors.ts';
import type { Store } from '../contract/safety.ts';
import { notInTime } from './tabs.ts';

/** A store that can drop many records at once, and everything, its own keys included. */
interface WipeableStore extends Store {
  deleteMany?(keys: readonly string[]): Promise<void>;
  wipe?(): Promise<void>;
}

export type RecordName = Pick<StateRecord, 'table' | 'key'>;

/** Who was heard of many strangers. */
export const FLOOD: RecordName = { table: 'flood', key: 'current' };
/** What the notice desk remembers over all conversations. */
export const PERSON: RecordName = { table: 'person', key: 'current' };

/**
 * Which records the store holds, which of them the engine has, and whether another tab changed one in between.
 *
 * A store key is `table/key`. A value is `0x01`, a stamp of 8 random bytes made anew by every write, then the record.
 * Equal stamps mean equal records; a deleted and remade record never has an old stamp. Sealing is the store's own work
 * (`createIndexedDbStore`); a host's own store must seal, settings hold the person's hidden words.
 */
export interface Records {
  /** Reads what the engine lacks or what another tab may have changed; hand the result to `replay`. */
  load(names: readonly RecordName[]): Promise<readonly StateRecord[]>;
  /** Like `load`, but looks at the store in any case. Call inside `Tabs.exclusive`, before `write`. */
  refresh(names: readonly RecordName[]): Promise<readonly StateRecord[]>;
  /** What is stored of these, whether the engine has it or not; what is not there or cannot be read is left out (`trouble`). */
  read(names: readonly RecordName[]): Promise<readonly StateRecord[]>;
  /** @throws {SafetyError} store-failed */
  write(records: readonly StateRecord[]): Promise<void>;
  /** Names of the stored records of one table. @throws {SafetyError} store-failed */
  list(table: StateRecord['table']): Promise<readonly RecordName[]>;
  /** Deletes every record, and the store's keys where it has any. @throws {SafetyError} store-failed */
  wipe(): Promise<void>;
  /** Names of the records the engine has, as far as known. */
  held(): readonly RecordName[];
  /** Another tab wrote: look again before the next use. */
  doubt(): void;
  /** How often. */
  readonly doubts: number;
  /** The engine lost its memory. */
  reset(): void;
  /** Raised by every `reset`: tells whether the engine that answered is the one that now runs. */
  readonly era: number;
  /** Why this record counts as absent: `record-refused` or `store-failed`. */
  trouble(name: RecordName): SafetyErrorCode | undefined;
}

const FORMAT = 1;
const STAMP_BYTES = 8;
const HEAD_BYTES = 1 + STAMP_BYTES;
/** Records kept in the engine at once; past it the older half is dropped from memory and read again on need. */
const HELD_MAX = 4_096;
const ABSENT = '';
/** What `inward/report` keeps in the host's store goes with everything else. */
const REPORTS = ['report-out', 'report-ticket'] as const;

interface Stored {
  readonly stamp: string;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

export function openRecords(store: WipeableStore, deadlineMs: number): Records {
  /** Stamp of what the engine has, by store key; `ABSENT` where it knows that there is none. */
  const known = new Map<string, string>();
  const doubtful = new Set<string>();
  const troubles = new Map<string, SafetyErrorCode>();
  const guard = createGuard(deadlineMs);
  let era = 0;
  let doubts = 0;

  async function read(storeKey: string): Promise<Stored | undefined> {
    try {
      const value = await guard(() => store.get(storeKey));
      const stored = value === undefined ? { stamp: ABSENT, bytes: null } : open(value);
      troubles.delete(storeKey);
      return stored;
    } catch (error) {
      const refused = isSafetyError(error) && error.code === 'record-refused';
      troubles.set(storeKey, refused ? 'record-refused' : 'store-failed');
      // A refused record counts as absent until it is written anew; a store that did not answer is asked again.
      return refused ? { stamp: ABSENT, bytes: null } : undefined;
    }
  }

  async function refresh(names: readonly RecordName[]): Promise<readonly StateRecord[]> {
    const changed: StateRecord[] = [];
    const found = await Promise.all(names.map((name) => read(storeKeyOf(name))));
    for (const [n, name] of names.entries()) {
      const storeKey = storeKeyOf(name);
      const stored = found[n];
      if (stored === undefined) continue;
      doubtful.delete(storeKey);
      const before = known.get(storeKey) ?? ABSENT;
      known.delete(storeKey);
      known.set(storeKey, stored.stamp);
      if (stored.stamp !== before) changed.push({ ...name, bytes: stored.bytes });
    }
    return changed;
  }

  async function load(names: readonly RecordName[]): Promise<readonly StateRecord[]> {
    const needed = names.filter((name) => {
      const storeKey = storeKeyOf(name);
      return !known.has(storeKey) || doubtful.has(storeKey);
    });
    const changed = await refresh(needed);
    if (known.size <= HELD_MAX) return changed;
    const wanted = new Set(names.map(storeKeyOf));
    const dropped = [...known.keys()].slice(0, HELD_MAX / 2).filter((storeKey) => !wanted.has(storeKey));
    for (const storeKey of dropped) known.delete(storeKey);
    return [...changed, ...dropped.map((storeKey) => ({ ...nameOf(storeKey), bytes: null }))];
  }

  /** Sketches are held elsewhere, and are too many to be known here. */
  function hold(name: RecordName, stamp: string): void {
    if (name.table !== 'chain') known.set(storeKeyOf(name), stamp);
    troubles.delete(storeKeyOf(name));
  }

  async function write(records: readonly StateRecord[]): Promise<void> {
    const gone: RecordName[] = [];
    for (const record of records) {
      const storeKey = storeKeyOf(record);
      // Unknown until the store has said yes: a half-done write must be looked at again.
      known.delete(storeKey);
      if (record.bytes === null) {
        gone.push(record);
        continue;
      }
      const { stamp, value } = wrap(record.bytes);
      await guard(() => store.put(storeKey, value));
      hold(record, stamp);
    }
    if (gone.length === 0) return;
    const keys = gone.map(storeKeyOf);
    if (store.deleteMany !== undefined) await guard(() => store.deleteMany?.(keys) ?? Promise.resolve());
    else for (const storeKey of keys) await guard(() => store.delete(storeKey));
    for (const name of gone) hold(name, ABSENT);
  }

  async function list(table: StateRecord['table'] | typeof REPORTS[number]): Promise<readonly RecordName[]> {
    const keys = await guard(() => store.keys());
    return keys.filter((key) => key.startsWith(`${table}/`)).map(nameOf);
  }

  return {
    load, refresh, write, list,
    read: async (names) => (await Promise.all(names.map((name) => read(storeKeyOf(name))))).flatMap((stored, n) => (
      stored?.bytes ? [{ ...names[n] as RecordName, bytes: stored.bytes }] : [])),
    async wipe() {
      const all = store.wipe === undefined ? (await Promise.all((['conversation', 'person', 'settings', 'flood', 'blocked', 'chain', ...REPORTS] as const).map(list))).flat() : [];
      if (store.wipe !== undefined) await guard(() => store.wipe?.() ?? Promise.resolve());
      for (const name of all) await guard(() => store.delete(storeKeyOf(name)));
      known.clear();
      doubtful.clear();
      troubles.clear();
    },
    held: () => [...known].filter(([, stamp]) => stamp !== ABSENT).map(([storeKey]) => nameOf(storeKey)),
    doubt() {
      doubts++;
      for (const storeKey of known.keys()) doubtful.add(storeKey);
    },
    get doubts() { return doubts; },
    reset() {
      era++;
      known.clear();
      doubtful.clear();
    },
    get era() { return era; },
    trouble: (name) => troubles.get(storeKeyOf(name)),
  };
}

function storeKeyOf(name: RecordName): string {
  return `${name.table}/${name.key}`;
}

function nameOf(storeKey: string): RecordName {
  const cut = storeKey.indexOf('/');
  return { table: storeKey.slice(0, cut) as StateRecord['table'], key: storeKey.slice(cut + 1) };
}

function wrap(bytes: Uint8Array<ArrayBuffer>): { stamp: string; value: Uint8Array<ArrayBuffer> } {
  const value = new Uint8Array(HEAD_BYTES + bytes.length);
  value[0] = FORMAT;
  crypto.getRandomValues(value.subarray(1, HEAD_BYTES));
  value.set(bytes, HEAD_BYTES);
  return { stamp: String.fromCharCode(...value.subarray(1, HEAD_BYTES)), value };
}

function open(value: unknown): Stored {
  if (!(value instanceof Uint8Array) || value.length < HEAD_BYTES || value[0] !== FORMAT) {
    throw new SafetyError('record-refused', 'A stored record is not of this version.');
  }
  const bytes = value as Uint8Array<ArrayBuffer>;
  return { stamp: String.fromCharCode(...bytes.subarray(1, HEAD_BYTES)), bytes: bytes.slice(HEAD_BYTES) };
}

/** A store that hangs must not hold the chat: after one missed deadline it is not asked again until it answers. */
function createGuard(deadlineMs: number): <T>(ask: () => Promise<T>) => Promise<T> {
  let hanging = 0;
  return async (ask) => {
    if (hanging > 0) throw notInTime();
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const asked = Promise.resolve(ask());
      return await Promise.race([asked, new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          hanging++;
          const over = (): void => { hanging--; };
          asked.then(over, over);
          reject(notInTime());
        }, deadlineMs);
      })]);
    } catch (error) {
      // The store's own words may quote a key, so they stay behind.
      throw isSafetyError(error) ? error : new SafetyError('store-failed', 'The store failed.');
    } finally {
      clearTimeout(timer);
    }
  };
}
