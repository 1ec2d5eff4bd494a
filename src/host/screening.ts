import { mayBeChain } from '../contract/chain.ts';
import { deliver } from '../contract/delivery.ts';
import type { EnginePort, EngineSettings, ScreenItem, ScreenReply, StateRecord } from '../contract/engine.ts';
import { isSafetyError } from '../contract/errors.ts';
import type { SafetyErrorCode } from '../contract/errors.ts';
import { failsafeVerdict } from '../contract/failsafe.ts';
import { checksFor, judgesContact, keepsNotices, seesChains } from '../contract/required-assets.ts';
import { wantsCues } from '../contract/wants-cues.ts';
import { threadPart } from '../contract/thread-part.ts';
import type { Message } from '../contract/message.ts';
import type { Degraded, Hit, Verdict } from '../contract/verdict.ts';
import type { ChainWatch } from './chain-watch.ts';
import { FLOOD, PERSON, type RecordName, type Records } from './store.ts';
import type { Tabs } from './tabs.ts';
import type { TextScorer } from './text-scorer.ts';
import type { Waiting } from './turns.ts';

export interface ScreeningOptions {
  readonly port: EnginePort;
  readonly scorer?: TextScorer | undefined;
  readonly watch: Pick<ChainWatch, 'see'>;
  readonly records: Records;
  readonly tabs: Tabs;
  readonly now: () => number;
  readonly storeDeadlineMs: number;
  readonly settings: () => EngineSettings;
  /** What is wrong with the settings in force, on every verdict. */
  readonly standing: () => readonly Degraded[];
  /** Notices that `notices: 'observe'` kept back. */
  readonly onObserved: (notices: number) => void;
  /** A verdict lists a link. */
  readonly onLinks: () => void;
  /** A message is to be looked at for cues. @returns whether it could be */
  readonly onCues: () => boolean;
  /** Hits of a live message. */
  readonly onHits: (message: Message, hits: readonly Hit[]) => void;
}

/** None where the message broke the engine. */
type Reply = ScreenReply | undefined;

type Judged = Pick<Waiting, 'message' | 'context'>;

export interface Screening {
  /** Verdicts in order. Never rejects: what the engine does not answer is judged fail-safe. */
  screen(items: readonly Waiting[]): Promise<readonly Verdict[]>;
  failsafe(item: Judged, code: SafetyErrorCode): Verdict;
}

/**
 * One call of the engine with the state around it: what the engine lacks goes in first, what changed is stored before
 * the verdict is given. Two tabs may have judged at once, and share a person's budgets. So what wants a write takes the
 * store's lock, compares stamps, and where another tab was first, replays its records and screens the messages again.
 * Ordinary messages write nothing and take no lock.
 */
export function createScreening(options: ScreeningOptions): Screening {
  const { port, records, tabs } = options;

  async function screen(waiting: readonly Waiting[]): Promise<readonly Verdict[]> {
    const settings = options.settings();
    const { exempt = [] } = settings.hiddenWords;
    let items: readonly ScreenItem[] = waiting.map(({ peer, ...item }) => {
      const row = deliver(item.context, item.message, settings);
      const thread = judgesContact(settings) && item.mode === 'live' ? threadPart(item.message, item.context, row) : undefined;
      const cues = thread !== undefined && wantsCues(settings, item.context.me?.ageBand);
      return { ...item, row, thread, cues, observed: settings.notices === 'observe', now: timeOf(options.now, item.message.sentAt), ...(exempt.includes(peer) ? { exempt: true } : {}) };
    });
    const extra = new Map<string, SafetyErrorCode>();
    items = await options.scorer?.judge(items) ?? items;
    if (seesChains(settings) && items.some(mayBeChain)) items = await options.watch.see(items, waiting);
    try {
      const replies = await screenWithState(items, extra);
      return items.map((item, n) => {
        const reply = replies[n];
        return reply === undefined ? failsafe(item, 'worker-failed') : finish(reply.verdict, item, extra);
      });
    } catch (error) {
      const code = isSafetyError(error) ? error.code : 'worker-failed';
      return items.map((item) => failsafe(item, code));
    }
  }

  async function screenWithState(
    items: readonly ScreenItem[], extra: Map<string, SafetyErrorCode>,
  ): Promise<readonly Reply[]> {
    const settings = options.settings();
    const live = items.filter((item) => item.mode === 'live');
    const names = [...(live.length > 0 && keepsNotices(settings) ? [...conversationsOf(live), PERSON] : []), ...(settings.requests.quietFloods && live.length > 0 ? [FLOOD] : [])];
    if (names.length === 0) return port.screen(items);
    const missing = await records.load(names);
    if (missing.length > 0) await port.replay(missing);
    const era = records.era;
    const replies = [...await port.screen(items)];
    const touched = new Set<string>();
    replies.forEach((reply, n) => {
      const key = items[n]?.message.conversationId;
      if (key !== undefined && reply !== undefined && (reply.writes.length > 0 || reply.verdict.notices.length > 0)) touched.add(key);
    });
    if (touched.size === 0) return replies;
    try {
      await tabs.exclusive(options.storeDeadlineMs, () => settle(items, replies, touched));
      // Restarted in between: the new engine does not have what was just written.
      if (records.era !== era) records.reset();
    } catch (error) {
      if (!isSafetyError(error) || error.code !== 'store-failed') throw error;
      // The verdicts stand; only their memory is lost.
      for (const key of touched) extra.set(key, 'store-failed');
    }
    return replies;
  }

  /** Under the lock: reads what another tab may have written, screens again where it did, and writes. */
  async function settle(items: readonly ScreenItem[], replies: Reply[], touched: ReadonlySet<string>): Promise<void> {
    const stale = await records.refresh([...[...touched].map(conversation), FLOOD, PERSON]);
    if (stale.length > 0) {
      await port.replay(stale, true);
      const again = await port.screen(items);
      again.forEach((reply, n) => {
        // The engine says once who was heard, and was not told to drop that.
        const standing = replies[n]?.writes.filter(({ table }) => table === 'flood' && stale.every((record) => record.table !== table)) ?? [];
        if (reply) replies[n] = { ...reply, writes: [...standing, ...reply.writes] };
      });
    }
    // Records are whole, so only the last one of a conversation counts.
    const last = new Map<string, StateRecord>();
    for (const reply of replies) for (const record of reply?.writes ?? []) last.set(`${record.table}/${record.key}`, record);
    if (last.size === 0) return;
    await records.write([...last.values()]);
    tabs.announce('conversation');
  }

  function finish(verdict: Verdict, item: ScreenItem, extra: ReadonlyMap<string, SafetyErrorCode>): Verdict {
    const key = item.message.conversationId;
    const code = extra.get(key) ?? (item.mode === 'live' ? records.trouble(conversation(key)) ?? records.trouble(PERSON) : undefined);
    const degraded = [...verdict.degraded, ...item.hosted?.degraded ?? [], ...item.unseen ?? [], ...options.standing()];
    if (code !== undefined && !degraded.some((entry) => entry.check === 'state')) degraded.push({ check: 'state', code });
    const observed = options.settings().notices === 'observe' ? verdict.notices.length : 0;
    if (observed > 0) options.onObserved(observed);
    if (verdict.links.length > 0) options.onLinks();
    if (item.cues && item.message.direction === 'incoming' && !options.onCues()) degraded.push({ check: 'contact', code: 'asset-unavailable' });
    if (item.mode === 'live') options.onHits(item.message, verdict.hits);
    return freeze({ ...verdict, notices: observed > 0 ? [] : verdict.notices, degraded });
  }

  function failsafe(item: Judged, code: SafetyErrorCode): Verdict {
    const degraded = checksFor(options.settings()).map((check): Degraded => ({ check, code }));
    // Even with every check off, a verdict that no engine gave says so.
    if (degraded.length === 0) degraded.push({ check: 'links', code });
    return freeze(failsafeVerdict(item.message, item.context, [...degraded, ...options.standing()], options.settings()));
  }

  return { screen, failsafe };
}

/** Never throws: where the host's clock throws or gives no finite number, `instead`. */
export function timeOf(now: () => number, instead: number): number {
  try {
    const time = now();
    if (Number.isFinite(time)) return time;
  } catch {
    // Rule 4: a message gets its verdict, whatever is wrong with the host's clock.
  }
  return instead;
}

function conversation(key: string): RecordName {
  return { table: 'conversation', key };
}

function conversationsOf(items: readonly ScreenItem[]): readonly RecordName[] {
  return [...new Set(items.map((item) => item.message.conversationId))].map(conversation);
}

/** Plain data, frozen all the way down. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}

/** As it is screened, but for the person's choice of who may reach them: also of a message that would be denied it is said what it deserves. */
export function itemToExplain(settings: EngineSettings, item: Pick<ScreenItem, 'message' | 'context' | 'mode'>, now: number): ScreenItem {
  const row = deliver(item.context, item.message);
  const thread = judgesContact(settings) ? threadPart(item.message, item.context, { ...row, delivery: 'chats' }) : undefined;
  return { ...item, row, now, thread, cues: thread !== undefined && wantsCues(settings, item.context.me?.ageBand) };
}
