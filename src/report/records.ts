import type { Store } from '../contract/safety.ts';

/** What can be read of the records under a prefix, by the rest of their keys. */
export async function recordsOf<T>(store: Store, prefix: string, read: (id: string) => Promise<T | undefined>): Promise<T[]> {
  const ids = (await store.keys()).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  return (await Promise.all(ids.map((id) => read(id).catch(() => undefined)))).filter((one) => one !== undefined) as T[];
}
