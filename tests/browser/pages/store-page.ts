import { createIndexedDbStore, type IndexedDbStore } from '../../../src/browser.ts';

/** What the store's tests do inside a page: through the store, and behind its back. */
export interface StoreTools {
  open(name: string): IndexedDbStore;
  text(bytes: Uint8Array | undefined): string | null;
  bytes(text: string): Uint8Array<ArrayBuffer>;
  /** Everything in the database: `store/key` to hexadecimal bytes or a description. */
  dump(name: string): Promise<Record<string, string>>;
  /** Raw value of one entry. */
  raw(name: string, store: string, key: string): Promise<unknown>;
  /** Writes one entry raw; `undefined` deletes. */
  tamper(name: string, store: string, key: string, value: unknown): Promise<void>;
}

function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => { for (const store of ['keys', 'meta', 'records']) request.result.createObjectStore(store); };
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error('open')); };
  });
}

async function withRaw<T>(name: string, mode: IDBTransactionMode, work: (transaction: IDBTransaction) => () => T): Promise<T> {
  const db = await openRaw(name);
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction([...db.objectStoreNames], mode);
      const result = work(transaction);
      transaction.oncomplete = () => { resolve(result()); };
      transaction.onabort = () => { reject(transaction.error ?? new Error('abort')); };
    });
  } finally {
    db.close();
  }
}

function show(value: unknown): string {
  if (value instanceof Uint8Array) return [...value].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (value instanceof CryptoKey) return `CryptoKey ${value.algorithm.name} extractable=${String(value.extractable)}`;
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([name, part]) => `${name}: ${show(part)}`).join(', ');
  }
  return String(value);
}

const tools: StoreTools = {
  open: (name) => createIndexedDbStore({ name }),
  text: (bytes) => (bytes === undefined ? null : new TextDecoder().decode(bytes)),
  bytes: (text) => new TextEncoder().encode(text),
  dump: (name) => withRaw(name, 'readonly', (transaction) => {
    const found: Record<string, string> = {};
    for (const store of transaction.db.objectStoreNames) {
      const request = transaction.objectStore(store).openCursor();
      request.onsuccess = () => {
        const cursor = request.result;
        if (cursor === null) return;
        found[`${store}/${String(cursor.key)}`] = show(cursor.value);
        cursor.continue();
      };
    }
    return () => found;
  }),
  raw: (name, store, key) => withRaw(name, 'readonly', (transaction) => {
    const request = transaction.objectStore(store).get(key);
    return () => request.result as unknown;
  }),
  tamper: (name, store, key, value) => withRaw(name, 'readwrite', (transaction) => {
    if (value === undefined) transaction.objectStore(store).delete(key);
    else transaction.objectStore(store).put(value, key);
    return () => undefined;
  }),
};

declare global {
  interface Window { tools: StoreTools }
}
window.tools = tools;
