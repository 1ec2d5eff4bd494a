import { HASH_START, hashStep } from '../contract/list-hash.ts';

/**
 * The bytes of one conversation's record: what the notice desk remembers, nothing of what was said.
 *
 *     offset 0   u8   format version, 1
 *            1   u8   the person's answer: 0 none, 1 dismissed, 2 trusted
 *            2   u16  number of contributions n, at most 64
 *            4   f64  time of the answer, ms since 1970; 0 where there is none
 *           12   n × { u8 level 0–2 | 0x80 where the id is two bytes a unit, u8 zero, u16 id units, f64 revision,
 *                      f64 time of the grant, id }
 *          end   u32  FNV-1a of everything before
 *
 * Little-endian. Ids stand whole, not hashed: whoever writes messages also picks their ids, and could make two ids of
 * one short hash. The store seals the record. Cost: linear in its bytes, at most 34 kB, about 60 bytes a contribution.
 */
export type Level = 'none' | 'tip' | 'strong';

/** What one message added: the newest revision seen, and the notice it was granted. */
export interface Contribution {
  readonly id: string;
  readonly revision: number;
  readonly granted: Level;
  /** Milliseconds since 1970; 0 where nothing was granted. */
  readonly at: number;
}

export interface ConversationRecord {
  readonly answer: 'none' | 'dismissed' | 'trusted';
  readonly answeredAt: number;
  /** Oldest first. */
  readonly contributions: readonly Contribution[];
}

export const CONTRIBUTIONS_MAX = 64;
export const EMPTY_RECORD: ConversationRecord = Object.freeze({
  answer: 'none', answeredAt: 0, contributions: Object.freeze([]),
});

const VERSION = 1;
const HEAD_BYTES = 12;
const ENTRY_BYTES = 20;
const CHECKSUM_BYTES = 4;
const ID_UNITS_MAX = 256;
const WIDE = 0x80;
const LEVELS: readonly Level[] = ['none', 'tip', 'strong'];
const ANSWERS: readonly ConversationRecord['answer'][] = ['none', 'dismissed', 'trusted'];

export function encodeConversation(record: ConversationRecord): Uint8Array<ArrayBuffer> {
  let length = HEAD_BYTES + CHECKSUM_BYTES;
  for (const { id } of record.contributions) length += ENTRY_BYTES + id.length * (isWide(id) ? 2 : 1);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  bytes[0] = VERSION;
  bytes[1] = ANSWERS.indexOf(record.answer);
  view.setUint16(2, record.contributions.length, true);
  view.setFloat64(4, record.answeredAt, true);
  let offset = HEAD_BYTES;
  for (const entry of record.contributions) offset = writeContribution(view, offset, entry);
  view.setUint32(offset, checksum(bytes.subarray(0, offset)), true);
  return bytes;
}

/** `null` for bytes that are no record of this version: damaged, cut, foreign or newer. Never throws. */
export function decodeConversation(bytes: Uint8Array<ArrayBuffer>): ConversationRecord | null {
  if (bytes.length < HEAD_BYTES + CHECKSUM_BYTES || bytes[0] !== VERSION) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - CHECKSUM_BYTES;
  if (view.getUint32(end, true) !== checksum(bytes.subarray(0, end))) return null;
  const answer = ANSWERS[bytes[1] ?? -1];
  const answeredAt = view.getFloat64(4, true);
  const count = view.getUint16(2, true);
  if (answer === undefined || !Number.isFinite(answeredAt) || count > CONTRIBUTIONS_MAX) return null;
  const contributions: Contribution[] = [];
  let offset = HEAD_BYTES;
  for (let i = 0; i < count; i++) {
    const read = readContribution(view, offset, end);
    if (read === null) return null;
    contributions.push(read.entry);
    offset = read.next;
  }
  return offset === end ? { answer, answeredAt, contributions } : null;
}

function writeContribution(view: DataView, start: number, entry: Contribution): number {
  const wide = isWide(entry.id);
  view.setUint8(start, LEVELS.indexOf(entry.granted) | (wide ? WIDE : 0));
  view.setUint16(start + 2, entry.id.length, true);
  view.setFloat64(start + 4, entry.revision, true);
  view.setFloat64(start + 12, entry.at, true);
  let offset = start + ENTRY_BYTES;
  for (let i = 0; i < entry.id.length; i++) {
    if (wide) view.setUint16(offset, entry.id.charCodeAt(i), true);
    else view.setUint8(offset, entry.id.charCodeAt(i));
    offset += wide ? 2 : 1;
  }
  return offset;
}

function readContribution(view: DataView, start: number, end: number): { entry: Contribution; next: number } | null {
  if (start + ENTRY_BYTES > end) return null;
  const first = view.getUint8(start);
  const wide = (first & WIDE) !== 0;
  const granted = LEVELS[first & ~WIDE];
  const units = view.getUint16(start + 2, true);
  const revision = view.getFloat64(start + 4, true);
  const at = view.getFloat64(start + 12, true);
  const next = start + ENTRY_BYTES + units * (wide ? 2 : 1);
  if (granted === undefined || view.getUint8(start + 1) !== 0 || units > ID_UNITS_MAX || next > end) return null;
  if (!Number.isSafeInteger(revision) || revision < 0 || !Number.isFinite(at)) return null;
  let id = '';
  for (let offset = start + ENTRY_BYTES; offset < next; offset += wide ? 2 : 1) {
    id += String.fromCharCode(wide ? view.getUint16(offset, true) : view.getUint8(offset));
  }
  return { entry: { id, revision, granted, at }, next };
}

function isWide(id: string): boolean {
  for (let i = 0; i < id.length; i++) if (id.charCodeAt(i) > 0xff) return true;
  return false;
}

/** Tells damage, not malice; the seal of the store is what stops malice. */
function checksum(bytes: Uint8Array): number {
  return bytes.reduce(hashStep, HASH_START);
}
