/** The few IndexedDB calls the encrypted store needs, as promises. */

/** @throws what IndexedDB rejects with. There is only version 1, so no older one in another tab can block it. */
export function openDatabase(name: string, stores: readonly string[]): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store);
    };
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error('open')); };
  });
}

/**
 * @returns whether the database is gone. False also where somebody has it open and does not let go: then it goes later.
 * Never rejects.
 */
export function deleteDatabase(name: string): Promise<boolean> {
  return new Promise<boolean>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => { resolve(true); };
    request.onerror = request.onblocked = reject;
  }).catch(() => false);
}

/**
 * One transaction. `work` issues its requests at once or from their `onsuccess`: a transaction ends by itself while
 * something else is awaited, so nothing is awaited inside.
 * @returns what `work` returned, once everything is committed.
 */
export function transact<T>(
  db: IDBDatabase, stores: readonly string[], mode: 'readonly' | 'readwrite', work: (transaction: IDBTransaction) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction([...stores], mode);
    const result = work(transaction);
    transaction.oncomplete = () => { resolve(result); };
    transaction.onabort = () => { reject(transaction.error ?? new Error('abort')); };
  });
}
