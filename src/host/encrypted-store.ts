import { isSafetyError, SafetyError } from '../contract/errors.ts';
import type { Store } from '../contract/safety.ts';
import { deleteDatabase, transact } from './indexed-db.ts';
import { splitKey, withKey } from './keyed-bytes.ts';
import { nameOf, openBytes, refused, sealBytes } from './record-seal.ts';
import type { SealKeys } from './record-seal.ts';
import { clearAll, openSealed, readMeta, STORES } from './sealed-database.ts';
import type { Opened } from './sealed-database.ts';
import { advance, decodeIndex, encodeIndex } from './version-index.ts';
import type { VersionIndex } from './version-index.ts';
import { STORE_NAME } from './web-tabs.ts';

export interface IndexedDbStoreOptions {
  /** Name of the database, of its lock and of its channel. Default `inward`. One a person, where several share a browser. */
  readonly name?: string;
}

export interface IndexedDbStore extends Store {
  /** Deletes many in one transaction, with one write of the index. */
  deleteMany(keys: readonly string[]): Promise<void>;
  /**
   * Removes records, index and keys in one transaction, then the database. What a backup still holds stays unreadable.
   * Rejects where neither the one nor the other succeeded; the empty database may outlast a tab that has it open.
   */
  wipe(): Promise<void>;
}

/** High, since a tab that lost a try only lost it to another one's write: whoever writes slowly gets through later. */
const TRIES = 500;
/** Another tab wrote in between. */
const AGAIN = Symbol('again');
/** Another tab replaced the keys. */
const REPLACED = Symbol('replaced');

/**
 * A `Store` in IndexedDB that a thief of the profile folder cannot read record by record. Values are sealed under a key
 * that no script can read out, names are a keyed hash of the key, so neither ids nor words stand in clear.
 *
 * Bound to each value: its name (hence table and key) and its version. A sealed index holds the version of every live
 * record. So a record moved to another name, an older copy put back, one brought back after its deletion, one deleted
 * behind the store's back, and one made under other keys are all refused with `record-refused`. A damaged index refuses
 * everything; the next write then starts anew with new keys. Not detectable: the whole database put back to an earlier
 * state, index and keys included; and code that runs in this origin can use the keys, as the host app itself can.
 *
 * Cost: a read is one transaction; a write two, plus 24 bytes per live record for the index. Two tabs may write at the
 * same time: whoever finds the index changed tries again. Opens the database at the first call.
 * @throws {SafetyError} each method: store-failed; `get` and `keys` also record-refused.
 */
export function createIndexedDbStore(options: IndexedDbStoreOptions = {}): IndexedDbStore {
  const name = options.name ?? 'inward';
  let opened: Promise<Opened> | undefined;
  let lastIndex: { readonly sealed: Uint8Array; readonly index: VersionIndex } | undefined;

  function open(makeMissingKeys: boolean): Promise<Opened> {
    const opening = opened ?? openSealed(name, makeMissingKeys, () => { if (opened === opening) opened = undefined; });
    opened = opening;
    opening.catch(() => { if (opened === opening) opened = undefined; });
    return opening;
  }

  function close({ db }: Opened): void {
    db.close();
    opened = undefined;
  }

  async function readIndex(keys: SealKeys, sealed: unknown): Promise<VersionIndex> {
    if (lastIndex !== undefined && sameBytes(lastIndex.sealed, sealed)) return lastIndex.index;
    const index = decodeIndex(await openBytes(keys, ['index', keys.id], sealed));
    lastIndex = { sealed: sealed as Uint8Array, index };
    return index;
  }

  /** Tries `step` until it ran on the keys and the index that are really there. Without keys: what `without` gives. */
  async function settled<T>(
    step: (db: IDBDatabase, keys: SealKeys) => Promise<T | typeof AGAIN | typeof REPLACED>,
    without?: (here: Opened) => T | Promise<T>,
  ): Promise<T> {
    for (let n = 0; n < TRIES; n++) {
      try {
        const here = await open(without === undefined);
        if (here.keys === undefined) {
          const meta = await transact(here.db, STORES, 'readonly', (transaction) => readMeta(transaction, ''));
          if (without !== undefined && meta.id.result === here.id) return await without(here);
          close(here);
          continue;
        }
        const result = await step(here.db, here.keys);
        if (result === REPLACED) close(here);
        else if (result !== AGAIN) return result;
      } catch (error) {
        if (isSafetyError(error)) throw error;
        // Closed under our feet: another tab removes the database.
        if ((error as { name?: unknown } | null)?.name !== 'InvalidStateError') throw failed();
        opened = undefined;
      }
    }
    throw failed();
  }

  /** Writes `bytes` under each of these keys, or deletes them all, and the index once. */
  async function change(
    db: IDBDatabase, keys: SealKeys, at: readonly string[], bytes: Uint8Array<ArrayBuffer> | null,
  ): Promise<typeof AGAIN | typeof REPLACED | undefined> {
    const names = await Promise.all(at.map((key) => nameOf(keys, key)));
    const seen = await transact(db, STORES, 'readonly', (transaction) => ({
      ...readMeta(transaction, ''), held: names.map((record) => transaction.objectStore('records').getKey(record)),
    }));
    if (seen.id.result !== keys.id) return REPLACED;
    const sealedIndex = seen.index.result;
    let index: VersionIndex;
    try {
      index = await readIndex(keys, sealedIndex);
    } catch {
      // Nothing can be trusted any more, so nothing is kept: the next try makes new keys.
      await transact(db, STORES, 'readwrite', clearAll);
      return bytes === null ? undefined : REPLACED;
    }
    if (bytes === null && !names.some((record, n) => index.versions.has(record) || seen.held[n]?.result !== undefined)) return undefined;
    const next = advance(index, names, bytes !== null);
    const nextSealed = await sealBytes(keys, ['index', keys.id], encodeIndex(next));
    const sealed = bytes === null ? [] : await Promise.all(at.map((key, n) =>
      sealBytes(keys, ['record', names[n], next.newest], withKey(key, bytes))));
    const outcome = await transact(db, STORES, 'readwrite', (transaction) => {
      const result = { written: false };
      const now = readMeta(transaction, '');
      now.record.onsuccess = () => {
        if (now.id.result !== keys.id || !sameBytes(now.index.result, sealedIndex)) return;
        transaction.objectStore('meta').put(nextSealed, 'index');
        const records = transaction.objectStore('records');
        names.forEach((record, n) => { if (bytes === null) records.delete(record); else records.put(sealed[n], record); });
        result.written = true;
      };
      return result;
    });
    return outcome.written ? undefined : AGAIN;
  }

  const store: IndexedDbStore = {
    get: (key) => settled<Uint8Array<ArrayBuffer> | undefined>(async (db, keys) => {
      const record = await nameOf(keys, key);
      const seen = await transact(db, STORES, 'readonly', (transaction) => readMeta(transaction, record));
      if (seen.id.result !== keys.id) return REPLACED;
      const version = (await readIndex(keys, seen.index.result)).versions.get(record);
      if (version === undefined && seen.record.result === undefined) return undefined;
      const inside = splitKey(await openBytes(keys, ['record', record, version], seen.record.result));
      if (inside.key !== key) throw refused();
      return inside.bytes;
    }, (here) => orElse(here, undefined)),
    put: (key, bytes) => settled<undefined>((db, keys) => change(db, keys, [key], bytes)),
    delete: (key) => store.deleteMany([key]),
    deleteMany: (gone) => settled<undefined>((db, keys) => change(db, keys, gone, null), async (here) => {
      if (here.orphaned) {
        await transact(here.db, STORES, 'readwrite', clearAll);
        close(here);
      }
      return undefined;
    }),
    keys: () => settled<readonly string[]>(async (db, keys) => {
      const seen = await transact(db, STORES, 'readonly', (transaction) => ({
        ...readMeta(transaction, ''), names: transaction.objectStore('records').getAllKeys(),
        values: transaction.objectStore('records').getAll(),
      }));
      if (seen.id.result !== keys.id) return REPLACED;
      const { versions } = await readIndex(keys, seen.index.result);
      const found: string[] = [];
      for (const [n, record] of seen.names.result.entries()) {
        try {
          const opened = await openBytes(keys, ['record', record, versions.get(String(record))], seen.values.result[n]);
          found.push(splitKey(opened).key);
        } catch {
          // A refused record counts as absent; `get` says so to whoever asks for it.
        }
      }
      return found;
    }, (here) => orElse(here, [])),
    wipe: async () => {
      const cleared = await clear().then(() => true, () => false);
      // Removed by another tab already, or past opening: then the database must go as a whole.
      opened = undefined;
      lastIndex = undefined;
      if (!await deleteDatabase(name) && !cleared) throw failed();
    },
  };

  async function clear(): Promise<void> {
    const here = await open(false);
    await transact(here.db, STORES, 'readwrite', clearAll);
    close(here);
  }

  Object.defineProperty(store, STORE_NAME, { value: name });
  return Object.freeze(store);
}

/** What lost its keys cannot be told from what was tampered with. */
function orElse<T>(here: Opened, value: T): T {
  if (here.orphaned) throw refused();
  return value;
}

function sameBytes(a: unknown, b: unknown): boolean {
  if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) return a === b;
  return a.length === b.length && a.every((byte, n) => byte === b[n]);
}

function failed(): SafetyError {
  return new SafetyError('store-failed', 'The store in IndexedDB failed.');
}
