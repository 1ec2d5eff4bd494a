import { CONVERSATION_FORM, readRecord, writeRecord } from '../contract/record-bytes.ts';

/** A notice granted, or none. */
export type Level = 'none' | 'tip' | 'strong';

/** What one message added: the newest revision seen, and the notice it was granted. */
export interface Contribution {
  readonly id: string;
  readonly revision: number;
  readonly granted: Level;
  /** When a notice was shown with it, of whatever kind, answered or not: milliseconds since 1970; 0 where none was. */
  readonly at: number;
  /** What it says, as numbers of src/decide/conversation.ts. */
  readonly cues: readonly number[];
}

/** One conversation's record: what the notice desk remembers, nothing of what was said. */
export interface ConversationRecord {
  readonly answer: 'none' | 'dismissed' | 'trusted';
  readonly answeredAt: number;
  /** Oldest first. */
  readonly contributions: readonly Contribution[];
  /** Cues of messages that stand no longer among the contributions, in the order in which they first came. */
  readonly past: readonly number[];
  /** Since when such messages came, milliseconds since 1970: what was sent before, and stands here no longer, is in `past` already. */
  readonly until: number;
}

export const CONTRIBUTIONS_MAX = 8;
export const EMPTY_RECORD: ConversationRecord = { answer: 'none', answeredAt: 0, contributions: [], past: [], until: 0 };

/** Format of what is stored: `[CONVERSATION_FORM, answer, answeredAt, past, until, [id, revision, granted, at, cues], …]`. */
type Stored = readonly [id: string, revision: number, granted: Level, at: number, cues: readonly number[]];

/**
 * Ids stand whole, not hashed: whoever writes messages also picks their ids, and could make two ids of one short hash.
 * Cost: linear in its bytes: less than 2 kB where no id has more than 64 units of ASCII, at most 16 kB where every unit of every id is one that JSON escapes.
 */
export function encodeConversation({ answer, answeredAt, past, until, contributions }: ConversationRecord): Uint8Array<ArrayBuffer> {
  return writeRecord([
    CONVERSATION_FORM, answer, answeredAt, past, until, ...contributions.map(({ id, revision, granted, at, cues }): Stored => [id, revision, granted, at, cues]),
  ]);
}

/** `null` for bytes that are no record of this version: damaged, cut, foreign or newer. Never throws. */
export function decodeConversation(bytes: Uint8Array<ArrayBuffer>): ConversationRecord | null {
  const [form, answer, answeredAt, past, until, ...stored] = readRecord(bytes) as readonly [
    number, ConversationRecord['answer'], number, readonly number[], number, ...Stored[]];
  if (form !== CONVERSATION_FORM) return null;
  return { answer, answeredAt, past, until, contributions: stored.map(([id, revision, granted, at, cues]) => ({ id, revision, granted, at, cues })) };
}
