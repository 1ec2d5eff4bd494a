import type { EnginePort, ForgetTarget, ScreenItem, ScreenReply, StateRecord, TextPort, TextReply } from '../contract/engine.ts';
import { isSafetyError } from '../contract/errors.ts';
import { CONTACT_JSON, SCAM_JSON, type AskedContact, type ContactTables, type NoticePort, type NoticeReply, type NoticeStart, type Told } from '../contract/notices.ts';
import { isConversation } from '../contract/record-bytes.ts';
import { jsonStart } from '../contract/scam-json.ts';
import type { CheckName, Degraded } from '../contract/verdict.ts';
import type * as Asking from './ask-contact.ts';
import { loadPart } from './load-part.ts';
import type { AssetSource } from './port.ts';

/** A notice engine that was started. */
export interface RunningNotices extends Omit<NoticePort, 'start'> {
  end(): Promise<void>;
}

/** Records of conversations and of the person as they are now, by table and key: what the next notice engine is started with. */
export type Remembered = ReadonlyMap<string, StateRecord>;

export interface NoticeEngines {
  /** @param scam with what notices about scams need, which comes with the model @param held changes later @param contacts what contacts are judged by, once one is */
  open(scam: boolean, held: Remembered, contacts?: ContactTables): Promise<RunningNotices>;
  /** For how long a call waits for what is being loaded or opened. */
  inTime<T>(work: Promise<T>): Promise<T>;
  /** Scam notices are on: one that is opened for another reason is opened with what they need. */
  scores?(): boolean | undefined;
}

/** Of `EnginePort`, what concerns notices. */
export type Noticed = Pick<EnginePort, 'screen' | 'explain' | 'replay' | 'forget' | 'answer'> & { dispose(): Promise<void> };

/** Who writes, and what is behind a notice: most people's ordinary messages never need it. */
const askPart = (): Promise<typeof Asking> => loadPart(() => import('./ask-contact.ts'));

/** Conversations whose first message is known. */
const FIRSTS_MOST = 9_999;
const REFUSED: Degraded = { check: 'state', code: 'record-refused' };
const NOTHING: NoticeReply = { notices: [], writes: [], degraded: [] };

/** Of `scam.bin`, which is there for the text engine, the JSON behind the model. */
export async function noticeAssets(assets: AssetSource, scam: boolean, contacts?: ContactTables): Promise<NoticeStart['assets']> {
  const whole = scam && await assets.load('scam.bin');
  return {
    ...whole && { [SCAM_JSON]: whole.slice(jsonStart(new Uint8Array(whole))) },
    ...contacts && { [CONTACT_JSON]: new TextEncoder().encode(JSON.stringify(contacts)).buffer },
  };
}

/**
 * Both engines behind one door, the same in a page and in Node. Ordinary messages go to the text engine alone; what was said in others goes on to the notice
 * engine, which is opened with the first of them. Where it cannot be asked, verdicts stand without its notices, and say so. What it remembers
 * is kept here too, so that the next one knows it.
 */
export function withNotices(text: Pick<TextPort, 'screen' | 'explain' | 'replay' | 'forget'>, { open, inTime, scores }: NoticeEngines): Noticed {
  const { records, keep, undo, settled } = holdRecords();
  /** The first message of each conversation that came here, by conversation. */
  const firsts = new Map<string, string>();
  let opening: Promise<RunningNotices> | undefined;
  let knowsScam = false;
  let tables: ContactTables | undefined;

  async function running(scam = false, contacts?: ContactTables): Promise<RunningNotices> {
    const isMore = (scam && !knowsScam) || (contacts && !tables);
    // Opened for less. Nobody waits for its end, which is after its opening.
    if (opening && isMore) void end();
    knowsScam ||= scam || scores?.() as boolean;
    tables ??= contacts;
    if (!opening) {
      const started = opening = open(knowsScam, records, tables);
      started.catch(() => { if (opening === started) opening = undefined; });
    }
    return inTime(opening);
  }

  async function end(): Promise<void> {
    const last = opening;
    opening = undefined;
    await (await last?.catch(() => undefined))?.end();
  }

  function close(): Promise<void> {
    knowsScam = false;
    tables = undefined;
    return end();
  }

  /** What came first goes unsaid where it is history, or raised no question: a count that begins later does not take it for the beginning. */
  function isLate({ message }: ScreenItem): boolean {
    const { conversationId, id, kind } = message;
    if (firsts.size > FIRSTS_MOST) firsts.clear();
    if (kind !== 'system' && kind !== 'call' && !firsts.has(conversationId)) firsts.set(conversationId, id);
    return firsts.get(conversationId) !== id;
  }

  /** A thread was begun: then there is a record. */
  const isBegun = ({ message }: ScreenItem): boolean => records.has(keyOf('conversation', message.conversationId));
  const isJudged = (item: ScreenItem): boolean => item.thread === 'begins' || (item.thread !== undefined && isBegun(item));

  /** Of a message that says nothing, the state may have something to say: until its record is written anew. */
  function silent({ message }: ScreenItem): NoticeReply {
    const record = records.get(keyOf('conversation', message.conversationId));
    const isRefused = record && message.direction === 'incoming' && !isConversation(record.bytes);
    return isRefused ? { ...NOTHING, degraded: [REFUSED] } : NOTHING;
  }

  async function forgetConversations(what: ForgetTarget): Promise<readonly StateRecord[]> {
    if ('everything' in what) {
      firsts.clear();
      const gone = [...records.values()].map(({ table, key }): StateRecord => ({ table, key, bytes: null }));
      keep(gone);
      await close();
      return gone;
    }
    const key = 'message' in what ? what.message.conversationId : what.conversation;
    // Whoever takes back what they wrote first begins anew with what they write next.
    firsts.delete(key);
    if (!records.has(keyOf('conversation', key))) return [];
    try {
      return keep(await (await running()).forget(what));
    } catch (error) {
      if ('message' in what) throw error;
      // One that cannot forget was ended, and has lost its memory.
      return keep([{ table: 'conversation', key, bytes: null }]);
    }
  }

  return {
    async screen(items) {
      settled();
      const judged = items.map(isJudged);
      const late = items.map(isLate);
      const replies = await text.screen(items);
      // Why nobody could ask who writes: what is said of scams and names does not hang on it.
      let lost: unknown;
      const part = judged.includes(true) ? await inTime(askPart()).catch((error: unknown) => void (lost = error)) : undefined;
      const asked = part?.askAll(items, replies, isBegun, late, hintOf) ?? [];
      const each = items.map((item, n) => (replies[n] && (replies[n].said ?? asked[n] ?? item.chain) ? toldOf(item, replies[n].said, asked[n]) : undefined));
      const told = each.filter((one) => one !== undefined);
      let answers: readonly (NoticeReply | undefined)[];
      try {
        answers = told[0] ? await (await running(told.some(({ said }) => said?.scam), told.some(({ contact }) => contact) ? part?.CONTACT_TABLES : undefined)).weigh(told) : [];
      } catch (error) {
        answers = told.map((one) => ({ ...NOTHING, degraded: gaps(error, one) }));
      }
      return replies.map((reply, n) => {
        const one = each[n];
        const answer = one ? answers[told.indexOf(one)] : silent(items[n] as ScreenItem);
        if (!reply || !answer) return undefined;
        keep(answer.writes);
        return merged(reply, answer, gaps(lost, { contact: lost && judged[n] }));
      });
    },
    explain: async (items, asThread) => (await askPart()).explainAll(items, await text.explain(items, asThread), asThread, toldOf, running),
    async replay(incoming, isUnstored) {
      const isOwn = ({ table }: StateRecord): boolean => table === 'conversation' || table === 'person';
      const own = keep([...isUnstored ? undo() : [], ...incoming.filter(isOwn)]);
      const others = incoming.filter((record) => !isOwn(record));
      settled();
      if (others.length > 0) await text.replay(others);
      // One that cannot take them is ended, and the next is started with what is held.
      await (await opening?.catch(() => undefined))?.replay(own).catch(() => undefined);
    },
    async forget(what) {
      if ('counts' in what) return keep(await (await running()).forget(what));
      const gone = await forgetConversations(what);
      return [...await text.forget(what), ...gone];
    },
    answer: async (answer) => keep(await (await running()).answer(answer)),
    dispose: close,
  };
}

interface HeldRecords {
  readonly records: Remembered;
  keep(changed: readonly StateRecord[]): readonly StateRecord[];
  /** What was there before, of all that changed since `settled`. */
  undo(): readonly StateRecord[];
  settled(): void;
}

export function holdRecords(): HeldRecords {
  const records = new Map<string, StateRecord>();
  const before = new Map<string, StateRecord>();
  return {
    records,
    keep(changed) {
      for (const record of changed) {
        const { table, key, bytes } = record;
        const name = keyOf(table, key);
        if (!before.has(name)) before.set(name, records.get(name) ?? { table, key, bytes: null });
        if (bytes) records.set(name, record);
        else records.delete(name);
      }
      return changed;
    },
    undo: () => [...before.values()],
    settled() { before.clear(); },
  };
}

function keyOf(table: StateRecord['table'], key: string): string {
  return `${table}/${key}`;
}

function toldOf(item: ScreenItem, said: Told['said'], contact: AskedContact | undefined): Told {
  const { message: { conversationId, id, revision, sentAt }, context: { peer }, mode, now, observed, chain } = item;
  const { accountAgeDays, nameChangeDays, avatarChangeDays } = peer ?? {};
  return {
    message: { conversationId, id, revision, sentAt } as Told['message'], mode, now, observed, chain, said, contact, hint: hintOf(item),
    host: said?.name && { accountAgeDays, nameChangeDays, avatarChangeDays },
  };
}

/** Of somebody one does not know well; it looks signed, and says of whom it would be. */
function hintOf({ context: { peer }, message, row }: ScreenItem): Told['hint'] {
  const { hint = '', subject } = peer ?? {};
  return subject !== undefined && hint.includes('.') && row.mayNotice === true && message.direction === 'incoming' ? { signed: hint, subject } : undefined;
}

function merged({ verdict, writes }: TextReply, answer: NoticeReply, gap: readonly Degraded[]): ScreenReply {
  // What is wrong with media stands last.
  const isMedia = ({ check }: Degraded): boolean => check === 'media';
  const degraded = [...verdict.degraded, ...answer.degraded, ...gap].sort((a, b) => +isMedia(a) - +isMedia(b));
  return { verdict: { ...verdict, notices: answer.notices, degraded }, writes: [...answer.writes, ...writes] };
}

type GapOf = Pick<Told, 'said'> & { readonly contact?: unknown; readonly chain?: unknown };

/** What the notice engine would have judged, and did not: the verdict stands. */
function gaps(error: unknown, { said, contact, chain }: GapOf): readonly Degraded[] {
  const code = isSafetyError(error) ? error.code : 'worker-failed';
  const checks = [said?.scam && 'scam', (said?.alike || said?.name) && 'names', contact && 'contact', chain && 'chain'] as (CheckName | undefined)[];
  return checks.flatMap((check) => (check ? [{ check, code }] : []));
}
