/** FNV-1a, 32 bits (draft-eastlake-fnv), over UTF-16 units: the start, and the hash after one more unit. */
export const HASH_START = 0x811c9dc5;

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) >>> 0;
}

/** The number by which `listRemovals` and hits name an entry of a default list, the same in every version. */
export function hashOf(text: string): number {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}
