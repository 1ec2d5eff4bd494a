import { openDatabase, transact } from './indexed-db.ts';
import { makeKeys, sealBytes } from './record-seal.ts';
import type { SealKeys } from './record-seal.ts';
import { EMPTY_INDEX, encodeIndex } from './version-index.ts';

/** `keys`: the key handles under `current`. `meta`: `id` of the keys, sealed `index`. `records`: sealed values by name. */
export const STORES = ['keys', 'meta', 'records'] as const;

export interface Opened {
  readonly db: IDBDatabase;
  /** Absent where nothing was ever written, or where what is there has lost its keys (`orphaned`). */
  readonly keys: SealKeys | undefined;
  readonly orphaned: boolean;
  /** Of the keys, as it stood when the database was opened. */
  readonly id: unknown;
}

/** Reading makes no keys, so that a database nobody wrote to stays empty. `onClose`: another tab removes the database. */
export async function openSealed(name: string, makeMissingKeys: boolean, onClose: () => void): Promise<Opened> {
  const db = await openDatabase(name, STORES);
  db.onversionchange = () => {
    db.close();
    onClose();
  };
  db.onclose = onClose;
  for (;;) {
    const seen = await transact(db, STORES, 'readonly', (transaction) => ({
      keys: transaction.objectStore('keys').get('current') as IDBRequest<SealKeys | undefined>,
      count: transaction.objectStore('records').count(), ...readMeta(transaction, ''),
    }));
    const keys = seen.keys.result;
    if (keys !== undefined && keys.id === seen.id.result) return { db, keys, orphaned: false, id: keys.id };
    if (!makeMissingKeys) {
      const id = seen.id.result;
      return { db, keys: undefined, orphaned: keys !== undefined || id !== undefined || seen.count.result > 0, id };
    }
    await startAnew(db, seen.id.result);
  }
}

/** Whatever is there cannot be read by anyone: new keys, empty index. Does nothing where another tab was first. */
async function startAnew(db: IDBDatabase, oldId: unknown): Promise<void> {
  const made = await makeKeys();
  const index = await sealBytes(made, ['index', made.id], encodeIndex(EMPTY_INDEX));
  await transact(db, STORES, 'readwrite', (transaction) => {
    const now = readMeta(transaction, '');
    now.record.onsuccess = () => {
      if (now.id.result !== oldId) return;
      clearAll(transaction);
      transaction.objectStore('keys').put(made, 'current');
      transaction.objectStore('meta').put(made.id, 'id');
      transaction.objectStore('meta').put(index, 'index');
    };
  });
}

export interface Meta {
  readonly id: IDBRequest<unknown>;
  readonly index: IDBRequest<unknown>;
  readonly record: IDBRequest<unknown>;
}

/** In this order: requests of a transaction answer in order, so the last one's success means that all are there. */
export function readMeta(transaction: IDBTransaction, record: string): Meta {
  const meta = transaction.objectStore('meta');
  return { id: meta.get('id'), index: meta.get('index'), record: transaction.objectStore('records').get(record) };
}

export function clearAll(transaction: IDBTransaction): void {
  for (const store of STORES) transaction.objectStore(store).clear();
}
