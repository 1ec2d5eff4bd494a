/** The few IndexedDB calls the encrypted store needs, as promises. */

/** @throws what IndexedDB rejects with; also where another tab keeps an older version open. */
export function openDatabase(name: string, stores: readonly string[]): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store);
    };
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error('open')); };
    request.onblocked = () => { reject(new Error('blocked')); };
  });
}

/** Resolves once the database is gone, or at once where another tab still has it open: it goes when that one lets go. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = () => { resolve(); };
  });
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
