import type { ForgetTarget, NoticeAnswer, StateRecord } from '../contract/engine.ts';
import type { Told } from '../contract/notices.ts';
import type { Degraded } from '../contract/verdict.ts';
import { CONTRIBUTIONS_MAX, decodeConversation, EMPTY_RECORD, encodeConversation } from './conversation-record.ts';
import type { Contribution, ConversationRecord, Level } from './conversation-record.ts';

/**
 * What is remembered of conversations between messages. It lives in memory only: whatever changes comes back as `writes`, and
 * the page stores it. Pure and synchronous; time comes in with the call. A message that deserves no notice and is no
 * edit leaves no record, so an ordinary chat writes nothing at all.
 */
export interface EngineState {
  /**
   * How much of the notice the verdict asks for may be shown, and what is asked for after what was said before. Call once a message, after scoring, also where nothing
   * is wanted: an edit takes its earlier notice back. The same `(conversationId, id, revision)` gets the same answer
   * and no writes; an older revision gets `'none'` and no writes, `mode: 'history'` gets `'none'`. Cost: O(cues).
   * @param said absent where nobody judges it
   * @param like the sender's name looks like a blocked one
   */
  consider(item: Told, said?: InThread, like?: boolean): Consideration;
  /** Takes records of the store over whatever is held. `bytes: null` drops what is held. Never throws. */
  replay(records: readonly StateRecord[]): void;
  /** Drops state; the result says what to store or delete. */
  forget(what: ForgetTarget): readonly StateRecord[];
  /** The person's answer: `dismissed` mutes the conversation for seven days, `trusted` until it is forgotten. */
  answer(answer: NoticeAnswer): readonly StateRecord[];
  /** Number of conversations held, for tests of memory and of `forget`. */
  size(): number;
}

/** A message that is judged after those before it. */
export interface InThread {
  /** What is remembered of it; none: nothing is. */
  readonly cues: readonly number[];
  /** @param before cues of earlier messages, each once, in the order in which they first came; absent: nobody knows which came earlier */
  level(before?: readonly number[]): Level;
}

export interface Consideration {
  readonly granted: Level;
  /** The person is told of the name, with one message of a conversation, however often that one comes again. */
  readonly named?: boolean;
  readonly writes: readonly StateRecord[];
  /** `record-refused` while this conversation's stored record could not be read and nothing newer replaced it. */
  readonly degraded: readonly Degraded[];
}

/** One notice of a level a conversation in this time; a `strong` one may still follow a `tip`. */
export const NOTICE_PAUSE_MS = 24 * 60 * 60 * 1000;
export const DISMISSED_MS = 7 * NOTICE_PAUSE_MS;

const RANK: Readonly<Record<Level, number>> = { none: 0, tip: 1, strong: 2 };
const REFUSED: readonly Degraded[] = [{ check: 'state', code: 'record-refused' }];
const NOTHING: readonly never[] = [];
const NOT_SAID: InThread = { cues: NOTHING, level: () => 'none' };

export function createState(): EngineState {
  const records = new Map<string, ConversationRecord>();
  const refused = new Set<string>();

  function keep(key: string, record: ConversationRecord): StateRecord {
    refused.delete(key);
    if (record.answer === 'none' && record.contributions.length + record.past.length === 0) {
      records.delete(key);
      return { table: 'conversation', key, bytes: null };
    }
    records.set(key, record);
    return { table: 'conversation', key, bytes: encodeConversation(record) };
  }

  function consider({ message: { conversationId: key, id, revision = 0, sentAt }, mode, now }: Told, said = NOT_SAID, alike = false): Consideration {
    const degraded = refused.has(key) ? REFUSED : NOTHING;
    const held = records.get(key) ?? EMPTY_RECORD;
    const { contributions, past } = held;
    const place = contributions.findIndex((entry) => entry.id === id);
    const seen = contributions[place];
    const others = contributions.filter((entry) => entry !== seen);
    // Folded into the past already: judged by itself, for what came after it stands there too.
    const isOld = !seen && Math.min(sentAt, now) < held.until;
    const before = isOld ? undefined : union(past, contributions.slice(0, seen ? place : undefined));
    const cues = isOld ? NOTHING : said.cues;
    const live = mode === 'live';
    const wanted = live ? said.level(before) : 'none';
    const muted = isMuted(held, now);
    // With the first notice of a conversation or never: a name does not change from one message to the next.
    const named = alike && live && !muted && !others.some(({ at }) => at);
    if (seen && seen.revision >= revision) {
      return { granted: seen.revision > revision || muted ? 'none' : lower(seen.granted, wanted), named: named && seen.at > 0, writes: NOTHING, degraded };
    }
    // Nothing to remember: it would be judged the same again, and no older revision can come after the first.
    if (wanted === 'none' && !named && cues.length === 0 && (revision === 0 || said === NOT_SAID)) return { granted: 'none', writes: NOTHING, degraded };
    const granted = muted ? 'none' : grant(others, wanted, now);
    const entry: Contribution = { id, revision, granted, at: named || granted !== 'none' ? now : seen?.at ?? 0, cues };
    const record = seen ? { ...held, contributions: contributions.map((one) => (one === seen ? entry : one)) } : appended(held, entry, Math.min(sentAt, now));
    return { granted, named, writes: [keep(key, record)], degraded: NOTHING };
  }

  function replay(incoming: readonly StateRecord[]): void {
    for (const { table, key, bytes } of incoming) {
      if (table !== 'conversation') continue;
      records.delete(key);
      refused.delete(key);
      if (bytes === null) continue;
      const record = decodeConversation(bytes);
      if (record === null) refused.add(key);
      else records.set(key, record);
    }
  }

  function forget(what: ForgetTarget): readonly StateRecord[] {
    if ('message' in what) {
      const { conversationId, id } = what.message;
      const held = records.get(conversationId);
      const rest = held?.contributions.filter((entry) => entry.id !== id);
      if (held === undefined || rest === undefined) return NOTHING;
      if (rest.length < held.contributions.length) return [keep(conversationId, { ...held, contributions: rest })];
      // It may be in the past, where nobody can tell what it said: all of that goes.
      return held.past.length > 0 ? [keep(conversationId, { ...held, past: [], until: 0 })] : NOTHING;
    }
    const keys = 'conversation' in what ? [what.conversation] : [...new Set([...records.keys(), ...refused])];
    for (const key of keys) {
      records.delete(key);
      refused.delete(key);
    }
    return keys.map((key) => ({ table: 'conversation', key, bytes: null }));
  }

  function answer(given: NoticeAnswer): readonly StateRecord[] {
    const held = records.get(given.conversationId) ?? EMPTY_RECORD;
    if (held.answer === 'trusted') return NOTHING;
    // What was answered does not come back when the mute ends; a new message may raise a new notice then.
    const contributions = held.contributions.map((entry): Contribution => ({ ...entry, granted: 'none' }));
    return [keep(given.conversationId, { ...held, answer: given.answer, answeredAt: given.now, contributions })];
  }

  return { consider, replay, forget, answer, size: () => records.size + refused.size };
}

function isMuted(record: ConversationRecord, now: number): boolean {
  if (record.answer === 'dismissed') return isWithin(record.answeredAt, now, DISMISSED_MS);
  return record.answer === 'trusted';
}

function grant(others: readonly Contribution[], wanted: Level, now: number): Level {
  if (wanted === 'none') return 'none';
  const spent = others.some((entry) => isSpent(entry, now) && RANK[entry.granted] >= RANK[wanted]);
  return spent ? 'none' : wanted;
}

/** Cues of a past and of messages, each once. */
function union(past: readonly number[], messages: readonly Contribution[]): readonly number[] {
  return [...new Set([past, ...messages.map(({ cues }) => cues)].flat())];
}

/**
 * With an entry at the end, for which one may have to make room. What stands for a notice goes last, the oldest first: dropping it would raise one too
 * many. What it said is kept.
 */
function appended(held: ConversationRecord, entry: Contribution, sentAt: number): ConversationRecord {
  const { contributions, past, until } = held;
  const gone = contributions.length < CONTRIBUTIONS_MAX ? undefined : contributions.find(({ at }) => !at) ?? contributions[0];
  return {
    ...held, contributions: [...contributions.filter((one) => one !== gone), entry],
    ...gone?.cues[0] === undefined ? {} : { past: union(past, [gone]), until: Math.max(until, sentAt) },
  };
}

function isSpent(entry: Contribution, now: number): boolean {
  return entry.granted !== 'none' && isWithin(entry.at, now, NOTICE_PAUSE_MS);
}

/** Both ways: a clock that was once far ahead must not silence a conversation for years. */
function isWithin(at: number, now: number, span: number): boolean {
  return Math.abs(now - at) < span;
}

function lower(a: Level, b: Level): Level {
  return RANK[a] < RANK[b] ? a : b;
}
