import type { NoticeForm, NoticeKind, NoticeLayout, NoticeLevel, ReasonCode } from '../contract/verdict.ts';
import { CONVERSATION_FORM, readRecord, writeRecord } from '../contract/record-bytes.ts';
import type { EvidenceGroup } from '../decide/notices/candidate.ts';
import { isFresh, type ConversationRecord, type Stage } from './conversation-record.ts';
import type { Talk } from './talk.ts';

/**
 * Format of what is stored: `[CONVERSATION_FORM, desk, past, until, talk, contribution, …]`. Of cues each is a UTF-16 unit. What is past is one text: of each message
 * its mark in digits and capitals, to base 36, and the cues behind it, which are neither.
 */
type StoredDesk = readonly [] | readonly [shown: number, at: number, layout: number, silentUntil: number | null, blocked: 0 | 1, ...groups: EvidenceGroup[]];
type StoredGiven = readonly [stage: Stage, kind: NoticeKind, level: NoticeLevel, form: NoticeForm, layout: NoticeLayout, at: number, reason: ReasonCode, ...groups: EvidenceGroup[]];
type Stored = readonly [id: string, revision: number, sentAt: number, stage: Stage, cues: string, shows: 0 | 1, ...given: StoredGiven[]];
type Whole = readonly [form: number, desk: StoredDesk, past: string, until: number, talk: Talk, ...contributions: Stored[]];

/**
 * Ids stand whole, not hashed: whoever writes messages also picks their ids, and could make two ids of one short hash.
 * Cost: linear in its bytes: with ids of 36 units of ASCII less than 2 kB, 2.5 where four of the last eight messages have notices and 48 are counted; at most 16 kB where every unit of every id is one that JSON escapes.
 */
export function encodeConversation({ desk, past, until, talk, contributions }: ConversationRecord): Uint8Array<ArrayBuffer> {
  const whole: Whole = [
    CONVERSATION_FORM, isFresh(desk) ? [] : [desk.shown, desk.at, desk.layout, desk.silentUntil, desk.blocked ? 1 : 0, ...desk.groups],
    past.map(({ mark, cues }) => mark.toString(36).toUpperCase() + unitsOf(cues)).join(''), until, talk,
    ...contributions.map(({ id, revision, sentAt, stage, cues, shows, given }): Stored => [
      id, revision, sentAt, stage, unitsOf(cues), shows ? 1 : 0, ...given.map((one): StoredGiven => [one.stage, one.kind, one.level, one.form, one.layout, one.at, one.reason, ...one.groups]),
    ]),
  ];
  return writeRecord(whole);
}

/** `null` for bytes that are no record of this version: damaged, cut, foreign, older or newer; the conversation is as if nothing were remembered of it. Never throws. */
export function decodeConversation(bytes: Uint8Array<ArrayBuffer>): ConversationRecord | null {
  const read = readRecord(bytes);
  if (read[0] !== CONVERSATION_FORM) return null;
  const [, desk, past, until, talk, ...stored] = read as unknown as Whole;
  const [shown = 0, at = 0, layout = -1, silentUntil = 0, blocked = 0, ...groups] = desk;
  return {
    desk: { shown, at, layout, silentUntil, blocked: blocked === 1, groups: groups as readonly EvidenceGroup[] }, past: [...past.matchAll(/([\dA-Z]+)([^\dA-Z]+)/gu)].map(([, mark = '', units = '']) => ({ mark: parseInt(mark, 36), cues: cuesIn(units) })), until, talk,
    contributions: stored.map(([id, revision, sent, stage, units, shows, ...given]) => ({
      id, revision, sentAt: sent, stage, cues: cuesIn(units), shows: shows === 1,
      given: given.map(([way, kind, level, form, look, shownAt, reason, ...evidence]) => ({ stage: way, kind, level, form, layout: look, at: shownAt, reason, groups: evidence })),
    })),
  };
}

/** Behind what JSON escapes. The first 34 cues take a byte, others two. */
const FIRST_UNIT = 0x5d;
const unitsOf = (cues: readonly number[]): string => String.fromCharCode(...cues.map((cue) => cue + FIRST_UNIT));
const cuesIn = (units: string): readonly number[] => [...units].map((unit) => unit.charCodeAt(0) - FIRST_UNIT);
