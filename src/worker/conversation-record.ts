import { readRecord, writeRecord } from './record-bytes.ts';

/** A notice granted, or none. */
export type Level = 'none' | 'tip' | 'strong';

/** What one message added: the newest revision seen, and the notice it was granted. */
export interface Contribution {
  readonly id: string;
  readonly revision: number;
  readonly granted: Level;
  /** When a notice was shown with it, of whatever kind, answered or not: milliseconds since 1970; 0 where none was. */
  readonly at: number;
}

/** One conversation's record: what the notice desk remembers, nothing of what was said. */
export interface ConversationRecord {
  readonly answer: 'none' | 'dismissed' | 'trusted';
  readonly answeredAt: number;
  /** Oldest first. */
  readonly contributions: readonly Contribution[];
}

export const CONTRIBUTIONS_MAX = 64;
export const EMPTY_RECORD: ConversationRecord = { answer: 'none', answeredAt: 0, contributions: [] };

/** Format of what is stored: `[2, answer, answeredAt, [id, revision, granted, at], …]`. */
const VERSION = 2;
type Stored = readonly [id: string, revision: number, granted: Level, at: number];

/**
 * Ids stand whole, not hashed: whoever writes messages also picks their ids, and could make two ids of one short hash.
 * Cost: linear in its bytes, about 50 a contribution, at most 100 kB where every unit of every id is one that JSON escapes.
 */
export function encodeConversation({ answer, answeredAt, contributions }: ConversationRecord): Uint8Array<ArrayBuffer> {
  return writeRecord([VERSION, answer, answeredAt, ...contributions.map(({ id, revision, granted, at }): Stored => [id, revision, granted, at])]);
}

/** `null` for bytes that are no record of this version: damaged, cut, foreign or newer. Never throws. */
export function decodeConversation(bytes: Uint8Array<ArrayBuffer>): ConversationRecord | null {
  const [version, answer, answeredAt, ...stored] = readRecord(bytes) as readonly [number, ConversationRecord['answer'], number, ...Stored[]];
  if (version !== VERSION) return null;
  return { answer, answeredAt, contributions: stored.map(([id, revision, granted, at]) => ({ id, revision, granted, at })) };
}
