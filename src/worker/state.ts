import type { ForgetTarget, NoticeAnswer, StateRecord, SwitchedOff } from '../contract/engine.ts';
import { noticeId } from '../contract/notice-id.ts';
import type { AskedContact, Told } from '../contract/notices.ts';
import type { Degraded, Notice, NoticeForm, NoticeLayout, NoticeLevel } from '../contract/verdict.ts';
import { answered } from '../decide/notices/answers.ts';
import { topicOf, type Candidate } from '../decide/notices/candidate.ts';
import { grantNotice, isSilenced, type Granted } from '../decide/notices/desk.ts';
import { NO_CONVERSATION, NO_PERSON, type PersonMemory } from '../decide/notices/memory.ts';
import { decodeConversation, encodeConversation } from './conversation-bytes.ts';
import {
  EMPTY_RECORD, HISTORY, isFresh, isOver, LIVE, OBSERVED, type Contribution, type ConversationRecord, type Given, type Stage,
} from './conversation-record.ts';
import { decodePerson, encodePerson, NOBODY_YET, saysNothing, type PersonRecord } from './person-record.ts';
import { talked, talkUntil, withoutCues, type Talk } from './talk.ts';
import { appended, cuesOf, deskMemory, isPast, unshown, withoutMessage } from './remembered.ts';

/**
 * What is remembered of conversations, and of the person over all of them, between messages; and the notice desk over it. It lives in memory only: whatever
 * changes comes back as `writes`, whole records, and the page stores them. Synchronous; time comes in with the call. A message that says nothing,
 * deserves nothing and is no edit leaves no record, so an ordinary chat writes nothing at all.
 */
export interface EngineState {
  /**
   * The one notice that is shown with a message, if any, and what is to be stored. An edit is told of also where it says nothing, for it takes its earlier notice
   * back. The same `(conversationId, id, revision)` gets the same notice again, without writes, unless an answer silences it; an older revision gets
   * none, and so does `mode: 'history'`, whose messages are judged when they come live. Notices that are only counted (`observed`) come once. Cost: O(cues + past).
   * @param judge absent where nobody judges it
   */
  consider(item: Told, judge?: Judge): Consideration;
  /** Takes records of the store over whatever is held. `bytes: null` drops what is held. Never throws. */
  replay(records: readonly StateRecord[]): void;
  /** Drops state, and gives a week's places of its notices back; the result says what to store or delete. */
  forget(what: ForgetTarget | SwitchedOff): readonly StateRecord[];
  /** The person's answer: from now on only until when to be silent is kept, and no notice that was answered. */
  answer(answer: NoticeAnswer): readonly StateRecord[];
  /** Number of conversations held, for tests of memory and of `forget`. */
  size(): number;
}

/** A notice that a message deserves, at its level or, where it was shown at a lower one, at that. */
export interface Offer extends Candidate {
  notice(level: NoticeLevel): Notice;
}

/** A message that is judged after those before it. */
export interface Judge {
  /** Where who writes is judged. */
  readonly contact?: AskedContact | undefined;
  /** What is remembered of it; none: nothing is. */
  readonly cues: readonly number[];
  /**
   * @param before cues of earlier messages, each once, in the order in which they first came; absent: nobody knows which came earlier
   * @param talk whose the messages up to this one were; absent: not counted
   */
  offers(before?: readonly number[], talk?: Talk): readonly Offer[];
}

export interface Consideration {
  readonly notice?: Notice | undefined;
  readonly writes: readonly StateRecord[];
  /** `record-refused` while this conversation's stored record, or the person's, could not be read and nothing newer replaced it. */
  readonly degraded: readonly Degraded[];
}

const PERSON = 'current';
const REFUSED: readonly Degraded[] = [{ check: 'state', code: 'record-refused' }];
const NOTHING: readonly never[] = [];
const UNJUDGED: Judge = { cues: NOTHING, offers: () => NOTHING };

export function createState(): EngineState {
  const records = new Map<string, ConversationRecord>();
  const refused = new Set<string>();
  let person: PersonRecord = NOBODY_YET;
  let isPersonRefused = false;

  function keep(key: string, record: ConversationRecord): StateRecord {
    refused.delete(key);
    const isEmpty = isFresh(record.desk) && record.contributions.length + record.past.length + record.talk.length === 0;
    if (isEmpty) records.delete(key);
    else records.set(key, record);
    return { table: 'conversation', key, bytes: isEmpty ? null : encodeConversation(record) };
  }

  function keepPerson(next: PersonRecord): StateRecord {
    person = next;
    isPersonRefused = false;
    return { table: 'person', key: PERSON, bytes: next === NOBODY_YET ? null : encodePerson(next) };
  }

  function consider({ message: { conversationId: key, id, revision = 0, sentAt }, mode, now, said, observed }: Told, judge = UNJUDGED): Consideration {
    const degraded = refused.has(key) || isPersonRefused ? REFUSED : NOTHING;
    const held = records.get(key) ?? EMPTY_RECORD;
    const { contributions } = held;
    const seen = contributions.find((one) => one.id === id);
    const sent = Math.min(sentAt, now);
    const isOld = !seen && isPast(held, sent);
    const cues = isOld ? NOTHING : judge.cues;
    const stage = mode === 'history' ? HISTORY : observed ? OBSERVED : LIVE;
    if (seen && seen.revision > revision) return { writes: NOTHING, degraded };
    const talk = judge.contact && !isOver(held.desk) ? talked(held.talk, id, revision, judge.contact, held !== EMPTY_RECORD || refused.has(key)) : held.talk;
    /** With this message counted among those of its thread. */
    const counted = (): readonly StateRecord[] => (talk === held.talk ? NOTHING : [keep(key, { ...held, talk })]);
    const told = deskMemory(held, stage).groups;
    const offers = stage === HISTORY ? NOTHING
      : judge.offers(isOld ? undefined : cuesOf(held.past, contributions.slice(0, seen ? contributions.indexOf(seen) : undefined)), talkUntil(talk, id))
        // Who writes is the same in every message: they are told of again where there is another kind of evidence.
        .filter(({ kind, groups }) => kind !== 'contact' || seen?.shows || groups.some((group) => !told.includes(group)));
    const isAgain = seen?.revision === revision;
    if (isAgain && seen.stage >= stage) return { notice: stage === LIVE ? shownAgain(seen, offers, held, now) : undefined, writes: counted(), degraded };
    // Nothing to remember: it would be judged the same again, and no older revision can come after the first.
    if (offers.length === 0 && (isAgain || (cues.length === 0 && (revision === 0 || !said)))) return { writes: counted(), degraded };
    const entry: Contribution = { id, revision, sentAt: seen?.sentAt ?? sent, stage, cues, shows: false, given: seen?.given ?? NOTHING };
    const { contribution, notice, granted } = decided(entry, seen, offers, held, now);
    // Who writes may deserve a notice with every message: of what the budgets have no room for nothing is kept.
    if (!notice && !seen && cues.length === 0 && (revision === 0 || !said) && offers.every(({ kind }) => kind === 'contact')) return { writes: counted(), degraded };
    // After a year without one, those before it count no longer.
    const isFirst = stage === LIVE && granted?.conversation.shown === 1;
    const base = { ...isFirst ? { ...unshown(held, () => true), desk: { ...NO_CONVERSATION, silentUntil: held.desk.silentUntil, blocked: held.desk.blocked } } : held, talk };
    const record = seen ? { ...base, contributions: base.contributions.map((one) => (one.id === id ? contribution : one)) } : appended(base, contribution);
    const memory = granted && keepPerson(stage === LIVE ? { live: granted.person, observed: NO_PERSON } : { ...person, observed: granted.person });
    return { notice, writes: [keep(key, record), ...memory ? [memory] : []], degraded: isPersonRefused ? REFUSED : NOTHING };
  }

  /** An edit that still deserves its notice keeps it, and one that deserves more asks for it. */
  function decided(entry: Contribution, seen: Contribution | undefined, offers: readonly Offer[], held: ConversationRecord, now: number): Decision {
    const again = seen && entry.stage === LIVE ? shownAgain(seen, offers, held, now) : undefined;
    const last = seen?.given.at(-1);
    const told = deskMemory(held, entry.stage);
    const rest = again ? offers.filter((one) => one.level === 'strong' && last?.level === 'tip') : offers;
    // A name, and who writes, do not change from one message to the next: who was told of it once is not told again.
    const asked = rest.filter(({ kind, groups }) => kind === 'scam' || kind === 'chain' || groups.some((group) => !told.groups.includes(group)));
    const granted = grantNotice(asked, told, entry.stage === LIVE ? person.live : person.observed, now);
    if (!granted) return { contribution: { ...entry, shows: again !== undefined }, notice: again, granted };
    const { notice: { kind, level, reasons: [reason], groups }, form, layout, conversation: { at, shown } } = granted;
    const isFirst = entry.stage === LIVE && shown === 1;
    const given: Given | undefined = reason && { stage: entry.stage, kind, level, form, layout, at, reason, groups };
    return {
      contribution: { ...entry, shows: true, given: [...isFirst ? NOTHING : entry.given, ...given ? [given] : []] },
      notice: dressed(granted.notice, level, form, layout), granted,
    };
  }

  /** The notice that a message was given, at its layout; of what is judged otherwise by now less is shown, never more. */
  function shownAgain({ shows, given }: Contribution, offers: readonly Offer[], held: ConversationRecord, now: number): Notice | undefined {
    const last = shows ? given.at(-1) : undefined;
    const offer = offers.find(({ kind }) => kind === last?.kind);
    if (!last || last.stage !== LIVE || !offer || isSilenced({ kind: last.kind, reasons: [last.reason] }, held.desk, person.live, now)) return undefined;
    const level = last.level === 'tip' ? last.level : offer.level;
    return dressed(offer, level, level === 'tip' ? 'banner' : last.form, last.layout);
  }

  function replay(incoming: readonly StateRecord[]): void {
    for (const { table, key, bytes } of incoming) {
      if (table === 'person') {
        const read = bytes && decodePerson(bytes);
        person = read ?? NOBODY_YET;
        isPersonRefused = bytes !== null && !read;
      }
      if (table !== 'conversation') continue;
      records.delete(key);
      refused.delete(key);
      if (bytes === null) continue;
      const record = decodeConversation(bytes);
      if (record === null) refused.add(key);
      else records.set(key, record);
    }
  }

  function forget(what: ForgetTarget | SwitchedOff): readonly StateRecord[] {
    if ('counts' in what) return [...records].map(([key, held]) => keep(key, { ...held, talk: what.counts === 'cues' ? withoutCues(held.talk) : NOTHING }));
    if ('message' in what) {
      const { conversationId, id } = what.message;
      const held = records.get(conversationId);
      const rest = held && withoutMessage(held, id);
      return rest ? [keep(conversationId, rest), ...givenBack(held, rest)] : NOTHING;
    }
    const keys = 'conversation' in what ? [what.conversation] : [...new Set([...records.keys(), ...refused])];
    const back = 'conversation' in what ? givenBack(records.get(what.conversation) ?? EMPTY_RECORD, EMPTY_RECORD) : person === NOBODY_YET ? NOTHING : [keepPerson(NOBODY_YET)];
    for (const key of keys) {
      records.delete(key);
      refused.delete(key);
    }
    return [...keys.map((key): StateRecord => ({ table: 'conversation', key, bytes: null })), ...back];
  }

  /** The places in a week of notices that are gone with their messages: nothing stays of what was forgotten. */
  function givenBack(before: ConversationRecord, after: ConversationRecord): readonly StateRecord[] {
    const gone = before.contributions.filter((one) => !after.contributions.includes(one));
    const of = (stage: Stage): readonly Given[] => gone.flatMap(({ given }) => given).filter((one) => one.stage === stage);
    if (of(LIVE).length + of(OBSERVED).length === 0) return NOTHING;
    const next = { live: of(LIVE).reduce(withoutGiven, person.live), observed: of(OBSERVED).reduce(withoutGiven, person.observed) };
    return [keepPerson(saysNothing(next.live) && saysNothing(next.observed) ? NOBODY_YET : next)];
  }

  function answer(given: NoticeAnswer): readonly StateRecord[] {
    const { conversationId: key, noticeId: id, now } = given;
    const held = records.get(key) ?? EMPTY_RECORD;
    const about = held.contributions.filter(({ shows }) => shows).flatMap((one) => one.given.slice(-1).filter(({ kind }) => noticeId(key, one.id, kind) === id))[0];
    const code = given.answer === 'not-helpful' && !about ? 'dismissed' : given.answer;
    const topic = about && topicOf({ kind: about.kind, reasons: [about.reason] });
    // What was answered does not come back when the silence ends; a new message may raise a new notice then.
    const rest = unshown(held, ({ kind, reason }) => code !== 'not-helpful' || topicOf({ kind, reasons: [reason] }) === topic);
    const { conversation, person: live } = answered(code, { kind: about?.kind ?? 'scam', reasons: about ? [about.reason] : [] }, rest.desk, person.live, now);
    return [keep(key, { ...rest, desk: conversation, talk: isOver(conversation) ? NOTHING : rest.talk }), keepPerson({ ...person, live })];
  }

  return { consider, replay, forget, answer, size: () => records.size + refused.size };
}

interface Decision { readonly contribution: Contribution; readonly notice: Notice | undefined; readonly granted: Granted<Offer> | undefined }

function dressed(offer: Offer, level: NoticeLevel, form: NoticeForm, layout: NoticeLayout): Notice {
  return { ...offer.notice(level), form, layout };
}

function withoutGiven(memory: PersonMemory, { at, level, form }: Given): PersonMemory {
  const without = (times: readonly number[]): readonly number[] => times.filter((_, n) => n !== times.indexOf(at));
  return {
    ...memory, shown: without(memory.shown), tips: level === 'tip' ? without(memory.tips) : memory.tips,
    interstitials: form === 'interstitial' ? without(memory.interstitials) : memory.interstitials,
  };
}
