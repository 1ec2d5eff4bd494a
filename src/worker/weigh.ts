import { blockedNotice } from '../contract/blocked-notice.ts';
import { contactNotice } from '../contract/contact-notice.ts';
import { noticeId } from '../contract/notice-id.ts';
import type { ContactTables, Deserved, NoticeReply, ScamSaid, Told } from '../contract/notices.ts';
import type { ThreadModel } from '../contract/thread-model.ts';
import type { Notice } from '../contract/verdict.ts';
import { contactLevel, type ContactLevel } from '../decide/contact-model.ts';
import { judgeContact, type ContactJudgement } from '../decide/contact-offer.ts';
import { familyIn, inConversation } from '../decide/conversation.ts';
import { nameReasons } from '../decide/name-reasons.ts';
import type { EvidenceGroup } from '../decide/notices/candidate.ts';
import { scamGroups } from '../decide/notices/evidence.ts';
import { scamNotice, scamReasons, type NoticeTables } from '../decide/scam-notice.ts';
import type { HintReader } from './hint.ts';
import type { EngineState, Offer } from './state.ts';
import { withCounts, type Talk } from './talk.ts';

/** Of what stands behind the model in `scam.bin`, what conversations and notices need. */
export interface WeighingTables extends NoticeTables {
  /** Of the model's output, in order: `ham`, `spam`, then families. */
  readonly classes: readonly string[];
  /** Absent: every message is judged by itself. */
  readonly thread?: ThreadModel;
}

/** One message after those before it, and the notice it is given. @param tables absent: no scam is told of */
export function weighOne(told: Told, state: EngineState, tables: WeighingTables | undefined, contacts?: ContactJudge): NoticeReply {
  const { said, contact, chain } = told;
  const { notice, writes, degraded } = state.consider(told, (said || contact || chain) && {
    contact, cues: tables && said?.scam ? said.scam.cues : [],
    offers: (before, talk) => [...tables && said?.scam ? scamOffers(told, said.scam, tables, before) : [], ...nameOffers(told), ...contactOffers(told, contacts?.(told, talk)), ...chain ? [wholeOffer(chain, 'copies')] : []],
  });
  return { notices: notice ? [notice] : [], writes, degraded };
}

/** What it deserves, before any budget: another notice may have spent that. */
export function explainOne(told: Told, state: EngineState, tables: WeighingTables | undefined, contacts?: ContactJudge): Deserved {
  const scam = told.said?.scam;
  let deserved: Deserved = { level: scam?.level ?? 'none', family: scam?.facts.family ?? null };
  state.consider(told, {
    contact: told.contact, cues: tables && scam ? scam.cues : [],
    offers: (before, talk) => {
      deserved = { ...tables && scam ? deserves(scam, tables, before) : deserved, contact: contacts?.(told, talk)?.whole() };
      return [];
    },
  });
  return deserved;
}

function deserves({ level, alone, cues, facts }: ScamSaid, { advice, thread, classes }: WeighingTables, before: readonly number[] | undefined): Deserved {
  const asks = facts.cues.some((cue) => advice[cue]);
  const judged = inConversation({ level, leads: facts.hasLink || facts.hasLongNumber, facts: facts.cues.length, asks }, cues, alone ? undefined : thread)(before);
  const family = thread && !alone ? familyIn(facts.family, cues, before ?? [], thread, classes) : facts.family;
  return { level: judged, family: judged === 'none' ? null : family };
}

function scamOffers({ message }: Told, scam: ScamSaid, tables: WeighingTables, before: readonly number[] | undefined): readonly Offer[] {
  const { level, family } = deserves(scam, tables, before);
  const facts = { ...scam.facts, family, tables };
  return level === 'none' ? [] : [{ kind: 'scam', level, reasons: scamReasons(facts), groups: scamGroups(facts.cues), notice: (at) => scamNotice(message, at, facts) }];
}

/** Who wrote, judged; most messages deserve nothing, and then nobody asks for the reasons, which cost several times as much. */
interface JudgedContact { readonly level: ContactLevel; readonly whole: () => ContactJudgement }

/** What is made of who wrote; `undefined` where it is not judged. @param talk up to the message */
export type ContactJudge = (told: Told, talk: Talk | undefined) => JudgedContact | undefined;

export function contactJudge(tables: ContactTables, readHint: HintReader | undefined): ContactJudge {
  return ({ contact, hint, now }, talk) => {
    if (!contact || contact.mine || !(talk || contact.uncounted)) return undefined;
    const vector = withCounts(contact, talk, tables.places, hint && readHint?.(hint.signed, hint.subject, now));
    const level = contactLevel(tables.table, vector);
    return { level, whole: () => judgeContact(tables, vector, level) };
  };
}

function contactOffers({ message: { conversationId, id } }: Told, judged: JudgedContact | undefined): readonly Offer[] {
  if (!judged || judged.level === 'none') return [];
  const { reasons, groups, actions } = judged.whole();
  return [{ kind: 'contact', level: judged.level, reasons, groups, notice: (level) => ({ id: noticeId(conversationId, id, 'contact'), kind: 'contact', level, reasons, where: [], actions }) }];
}

/** Somebody who came back, before somebody who goes by a contact's name: both are about one name. */
function nameOffers({ message: { conversationId, id }, said, host }: Told): readonly Offer[] {
  const reasons = said?.name && nameReasons(said.name, host);
  return [
    ...said?.alike ? [wholeOffer(blockedNotice(conversationId, id, 'name-like-blocked'), 'name')] : [],
    ...reasons ? [wholeOffer(contactNotice(conversationId, id, reasons), 'name')] : [],
  ];
}

function wholeOffer(notice: Notice, group: EvidenceGroup): Offer {
  return { kind: notice.kind, level: notice.level, reasons: notice.reasons, groups: [group], notice: () => notice };
}
