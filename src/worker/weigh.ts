import { blockedNotice } from '../contract/blocked-notice.ts';
import type { NoticeReply, ScamSaid, Told } from '../contract/notices.ts';
import type { ThreadModel } from '../contract/thread-model.ts';
import type { Notice } from '../contract/verdict.ts';
import { inConversation } from '../decide/conversation.ts';
import { scamNotice, type NoticeTables } from '../decide/scam-notice.ts';
import type { Level } from './conversation-record.ts';
import type { EngineState, InThread } from './state.ts';

/** Of what stands behind the model in `scam.bin`, what conversations and notices need. */
export interface WeighingTables extends NoticeTables {
  /** Absent: every message is judged by itself. */
  readonly thread?: ThreadModel;
}

/** One message after those before it, and the notices it deserves. @param tables absent: no scam is told of */
export function weighOne(told: Told, state: EngineState, tables: WeighingTables | undefined): NoticeReply {
  const { message, said } = told;
  const scam = said?.scam;
  const inThread = scam && tables && inThreadOf(scam, tables);
  const { granted, named, writes, degraded } = state.consider(told, inThread, said?.alike);
  const notices: Notice[] = inThread && granted !== 'none' ? [scamNotice(message, granted, { ...scam.facts, tables })] : [];
  if (named) notices.push(blockedNotice(message.conversationId, message.id, 'name-like-blocked'));
  return { notices, writes, degraded };
}

/** The level of the notice it deserves, before any budget: another notice may have spent that. */
export function explainOne(told: Told, state: EngineState, tables: WeighingTables | undefined): Level {
  const scam = told.said?.scam;
  if (!scam || !tables) return scam?.level ?? 'none';
  let { level } = scam;
  const inThread = inThreadOf(scam, tables);
  state.consider(told, { ...inThread, level: (before) => (level = inThread.level(before)) });
  return level;
}

function inThreadOf({ level, alone, cues, facts }: ScamSaid, { advice, thread }: WeighingTables): InThread {
  const asks = facts.cues.some((cue) => advice[cue]);
  return { cues, level: inConversation({ level, leads: facts.hasLink || facts.hasLongNumber, facts: facts.cues.length, asks }, cues, alone ? undefined : thread) };
}
