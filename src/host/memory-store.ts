import type { Store } from '../contract/safety.ts';

/**
 * The default store: lives as long as the page, leaves nothing behind. Bytes are copied in and out, so that nobody
 * changes a record from outside. Give the same object to two `createSafety` calls and they share budgets and settings.
 */
export function createMemoryStore(): Store {
  const records = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    get: (key) => Promise.resolve(records.get(key)?.slice()),
    put: (key, bytes) => {
      records.set(key, bytes.slice());
      return Promise.resolve();
    },
    delete: (key) => {
      records.delete(key);
      return Promise.resolve();
    },
    keys: () => Promise.resolve([...records.keys()]),
  };
}
