import type { StateRecord } from '../contract/engine.ts';
import { CHAIN_RULE, NEAR_COPY } from '../decide/chain.ts';
import type { SketchKernel } from '../text/sketch-kernel.ts';
import { decodeEntry, encodeEntry, type ChainEntry } from './chain-record.ts';

/**
 * Near-copies of two weeks, at most 5,000 and of one conversation at most 500: the oldest goes, of the conversation that has the most, by its keyed name of several. What stands in the slots of the kernel is known here: entry n is in
 * slot n. Every change comes back as records; nothing of a text is in them but its sketch.
 */
export interface ChainEntries {
  /** Those near the sketch in force. */
  near(): readonly ChainEntry[];
  get(id: string): ChainEntry | undefined;
  /** Adds the sketch in force, in place of what its message had before. */
  add(entry: ChainEntry): readonly StateRecord[];
  remove(isGone: (entry: ChainEntry) => boolean): readonly StateRecord[];
  /** Drops what came more than two weeks ago, or will come in more than a day. */
  expire(now: number): readonly StateRecord[];
  /** Takes records over whatever is held; `bytes: null` drops. What is damaged is not held. @returns deletions of those */
  replay(records: readonly StateRecord[]): readonly StateRecord[];
  readonly count: number;
}

export function createChainEntries(kernel: SketchKernel): ChainEntries {
  const entries: ChainEntry[] = [];
  const slots = new Map<string, number>();
  /** Entries by conversation: 5,000 records come in at once. */
  const counts = new Map<string, number>();
  /** No entry is older. */
  let oldest = Infinity;
  /** No entry is newer. */
  let newest = -Infinity;

  function drop(slot: number): StateRecord {
    const { id, conversation } = entries[slot] as ChainEntry;
    const left = (counts.get(conversation) ?? 1) - 1;
    if (left > 0) counts.set(conversation, left);
    else counts.delete(conversation);
    const last = entries.length - 1;
    slots.delete(id);
    kernel.move(last, slot);
    const moved = entries.pop() as ChainEntry;
    if (last !== slot) {
      entries[slot] = moved;
      slots.set(moved.id, slot);
    }
    return deletion(id);
  }

  function put(entry: ChainEntry): number {
    const slot = slots.get(entry.id) ?? entries.length;
    if (slot === entries.length) counts.set(entry.conversation, (counts.get(entry.conversation) ?? 0) + 1);
    entries[slot] = entry;
    slots.set(entry.id, slot);
    oldest = Math.min(oldest, entry.came);
    newest = Math.max(newest, entry.came);
    return slot;
  }

  function remove(isGone: (entry: ChainEntry) => boolean): readonly StateRecord[] {
    const gone: StateRecord[] = [];
    // From behind: what takes a place was looked at.
    for (let slot = entries.length - 1; slot >= 0; slot--) if (isGone(entries[slot] as ChainEntry)) gone.push(drop(slot));
    return gone;
  }

  /** Makes room for an entry of that conversation. */
  function room(conversation: string): readonly StateRecord[] {
    const isOwn = (counts.get(conversation) ?? 0) >= CHAIN_RULE.ofOne;
    if (!isOwn && entries.length < CHAIN_RULE.entries) return [];
    // Of several as by lot, for names are keyed: whoever floods by one message a conversation would else push out those that came first, and after a flood every newcomer the one before.
    const [most] = [...counts].reduce((first, next) => (next[1] > first[1] || (next[1] === first[1] && next[0] < first[0]) ? next : first));
    const from = isOwn ? conversation : most;
    const first = entries.filter((one) => one.conversation === from).reduce((least, one) => (one.came < least.came ? one : least));
    return [drop(slots.get(first.id) as number)];
  }

  return {
    near: () => kernel.lookup(entries.length, NEAR_COPY).map(({ slot }) => entries[slot] as ChainEntry),
    get(id) {
      const slot = slots.get(id);
      return slot === undefined ? undefined : entries[slot];
    },
    add(entry) {
      const gone = slots.has(entry.id) ? [] : room(entry.conversation);
      kernel.put(put(entry));
      return [...gone, { table: 'chain', key: entry.id, bytes: encodeEntry({ ...entry, sketch: kernel.bytes() }) }];
    },
    remove,
    expire(now) {
      const [from, to] = [now - CHAIN_RULE.keptMs, now + CHAIN_RULE.windowMs];
      if (oldest >= from && newest <= to) return [];
      // What came while the clock was ahead would stay until it is so late.
      const gone = remove(({ came }) => came < from || came > to);
      oldest = entries.reduce((least, { came }) => Math.min(least, came), Infinity);
      newest = entries.reduce((most, { came }) => Math.max(most, came), -Infinity);
      return gone;
    },
    replay(records) {
      const damaged: StateRecord[] = [];
      for (const { table, key, bytes } of records) {
        if (table !== 'chain') continue;
        const slot = slots.get(key);
        const stored = bytes && decodeEntry(key, bytes);
        if (!stored) {
          if (slot !== undefined) drop(slot);
          if (bytes) damaged.push(deletion(key));
          continue;
        }
        const { sketch, ...entry } = stored;
        if (slot === undefined) damaged.push(...room(entry.conversation));
        kernel.restore(put(entry), entry.size, sketch);
      }
      return damaged;
    },
    get count() { return entries.length; },
  };
}

function deletion(key: string): StateRecord {
  return { table: 'chain', key, bytes: null };
}
