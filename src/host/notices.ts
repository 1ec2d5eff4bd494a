import type { EnginePort, ForgetTarget, ScreenItem, ScreenReply, StateRecord, TextPort, TextReply } from '../contract/engine.ts';
import { isSafetyError } from '../contract/errors.ts';
import { SCAM_JSON, type NoticePort, type NoticeReply, type NoticeStart, type Told } from '../contract/notices.ts';
import { isConversation } from '../contract/record-bytes.ts';
import { jsonStart } from '../contract/scam-json.ts';
import type { Degraded } from '../contract/verdict.ts';
import type { AssetSource } from './port.ts';

/** A notice engine that was started. */
export interface RunningNotices extends Omit<NoticePort, 'start'> {
  end(): Promise<void>;
}

/** Records of conversations and of the person as they are now, by table and key: what the next notice engine is started with. */
export type Remembered = ReadonlyMap<string, StateRecord>;

export interface NoticeEngines {
  /** @param scam with what notices about scams need, which comes with the model @param held changes later */
  open(scam: boolean, held: Remembered): Promise<RunningNotices>;
  /** For how long a call waits for one that is being opened. */
  inTime?(opening: Promise<RunningNotices>): Promise<RunningNotices>;
}

/** Of `EnginePort`, what concerns notices. */
export type Noticed = Pick<EnginePort, 'screen' | 'explain' | 'replay' | 'forget' | 'answer'> & { dispose(): Promise<void> };

const REFUSED: Degraded = { check: 'state', code: 'record-refused' };

/** Of `scam.bin`, which is there for the text engine, the JSON behind the model. */
export async function noticeAssets(assets: AssetSource, scam: boolean): Promise<NoticeStart['assets']> {
  if (!scam) return {};
  const whole = await assets.load('scam.bin');
  return { [SCAM_JSON]: whole.slice(jsonStart(new Uint8Array(whole))) };
}

/**
 * Both engines behind one door, the same in a page and in Node. Ordinary messages go to the text engine alone; what was said in others goes on to the notice
 * engine, which is opened with the first of them. Where it cannot be asked, verdicts stand without its notices, and say so. What it remembers
 * is kept here too, so that the next one knows it.
 */
export function withNotices(text: Pick<TextPort, 'screen' | 'explain' | 'replay' | 'forget'>, { open, inTime = (opening) => opening }: NoticeEngines): Noticed {
  const { records, keep, undo, settled } = holdRecords();
  let opening: Promise<RunningNotices> | undefined;
  let knowsScam = false;

  async function running(scam = false): Promise<RunningNotices> {
    // Opened for names alone.
    if (opening && scam && !knowsScam) await close();
    knowsScam ||= scam;
    if (!opening) {
      const started = opening = open(knowsScam, records);
      started.catch(() => { if (opening === started) opening = undefined; });
    }
    return inTime(opening);
  }

  async function close(): Promise<void> {
    const last = opening;
    opening = undefined;
    knowsScam = false;
    await (await last?.catch(() => undefined))?.end();
  }

  /** Of a message that says nothing, the state may have something to say: until its record is written anew. */
  function silent({ message }: ScreenItem): NoticeReply | undefined {
    const record = records.get(keyOf('conversation', message.conversationId));
    const isRefused = record && message.direction === 'incoming' && !isConversation(record.bytes);
    return isRefused ? { notices: [], writes: [], degraded: [REFUSED] } : undefined;
  }

  async function weigh(told: readonly Told[]): Promise<readonly (NoticeReply | undefined)[]> {
    return told.length > 0 ? (await running(told.some(({ said }) => said?.scam !== undefined))).weigh(told) : [];
  }

  async function forgetConversations(what: ForgetTarget): Promise<readonly StateRecord[]> {
    if ('everything' in what) {
      const gone = [...records.values()].map(({ table, key }): StateRecord => ({ table, key, bytes: null }));
      keep(gone);
      await close();
      return gone;
    }
    const key = 'message' in what ? what.message.conversationId : what.conversation;
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
      const replies = await text.screen(items);
      const places = [...replies.keys()].filter((n) => replies[n]?.said);
      let answers: readonly (NoticeReply | undefined)[];
      try {
        answers = await weigh(places.map((n) => toldOf(items[n] as ScreenItem, replies[n]?.said)));
      } catch (error) {
        return replies.map((reply) => reply && without(reply, error));
      }
      return replies.map((reply, n) => {
        const answer = reply?.said ? answers[places.indexOf(n)] : silent(items[n] as ScreenItem);
        if (answer === undefined) return reply?.said ? undefined : reply;
        keep(answer.writes);
        return reply && merged(reply, answer);
      });
    },
    async explain(items, asThread) {
      const each = await text.explain(items, asThread);
      const said = each.map((one) => one.said);
      const hinted = items.map((item) => ({ ...toldOf(item, undefined), hint: hintOf(item) }));
      const hints = hinted.some(({ hint }) => hint) ? await (await running()).readHints(hinted) : [];
      const deserved = said.some(Boolean) ? await (await running(true)).explain(items.map((item, n) => toldOf(item, said[n] && { scam: said[n], alike: false }))) : [];
      return each.map(({ said: own, ...plain }, n) => ({ ...plain, ...own && { scam: { ...plain.scam, ...deserved[n] } }, ...hints[n] && { hint: hints[n] } }));
    },
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

function toldOf({ message: { conversationId, id, revision, sentAt }, context: { peer }, mode, now }: ScreenItem, said: Told['said']): Told {
  const told = { message: { conversationId, id, ...revision === undefined ? {} : { revision }, sentAt }, mode, now, said };
  if (!said?.name) return told;
  const { accountAgeDays, nameChangeDays, avatarChangeDays } = peer ?? {};
  return { ...told, host: { accountAgeDays, nameChangeDays, avatarChangeDays } };
}

/** Of a stranger; it looks signed, and says of whom it would be. */
function hintOf({ context: { peer }, message, row }: ScreenItem): Told['hint'] {
  const { hint = '', subject } = peer ?? {};
  return subject !== undefined && hint.includes('.') && row.isStranger && message.direction === 'incoming' ? { signed: hint, subject } : undefined;
}

function merged({ verdict, writes }: TextReply, answer: NoticeReply): ScreenReply {
  // What is wrong with media stands last.
  const isMedia = ({ check }: Degraded): boolean => check === 'media';
  const degraded = [...verdict.degraded.filter((one) => !isMedia(one)), ...answer.degraded, ...verdict.degraded.filter(isMedia)];
  return { verdict: { ...verdict, notices: answer.notices, degraded }, writes: [...answer.writes, ...writes] };
}

/** Its verdict stands. */
function without({ said, verdict, writes }: TextReply, error: unknown): ScreenReply {
  const code = isSafetyError(error) ? error.code : 'worker-failed';
  return { verdict: said ? { ...verdict, degraded: [...verdict.degraded, { check: said.scam ? 'scam' : 'names', code }] } : verdict, writes };
}
