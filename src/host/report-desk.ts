import { CHAIN_LEAST_UNITS } from '../contract/chain.ts';
import { SafetyError } from '../contract/errors.ts';
import type { Message } from '../contract/message.ts';
import type { MessageToReport, ReportDraft } from '../contract/report-draft.ts';
import type { Press, RecipientKey, SealedFacts, SealedReport } from '../contract/report-seal.ts';
import type {
  OfferedMessage, ReportableMessage, ReportableThread, ReportChoices, ReportInHand, ReportModule, ReportOptions, ReportTarget, SentReport,
} from '../contract/reporting.ts';
import type { Report, ReportedNotice } from '../contract/report.ts';
import type { Safety, Store } from '../contract/safety.ts';
import type { LazyChain } from './lazy-chain.ts';
import { loadPart } from './load-part.ts';
import { createMemoryStore } from './memory-store.ts';
import { id, object, wrongType } from './plain.ts';
import type { Complete } from './report-copies.ts';
import { freeze } from './screening.ts';

export interface ReportTools {
  readonly reports?: ReportOptions | undefined;
  /** A copy of what the host said of the target. */
  readonly thread: ReportableThread | undefined;
  readonly safety: Pick<Safety, 'about' | 'settings'>;
  readonly watch: Pick<LazyChain, 'part'>;
  readonly store: Store;
  readonly now: () => number;
}

const OFFERED_MAX = 30;
const NOTICES_MAX = 16;
/** Of a report of a conversation as a whole: enough to see what it is about. */
const STARTS_WITH = 5;
/** As long as a store may take, or what reads copies; then the report goes on without it. */
const STORE_MS = 5_000;
/** Of a press, which has to be live when it is sent: browsers take it for over after some seconds. */
const PRESSED_MS = 1_000;
/** As long as the network may take; then it waits, sealed. */
const SEND_MS = 20_000;
const TARGET = object({ conversationId: id }, { messageId: id });

/** Sealed already, and not with everybody yet. */
interface Sealed {
  readonly facts: SealedFacts;
  readonly outbox: ReturnType<ReportModule['createOutbox']>;
  /** Where it is kept in no store, it does not wait. */
  readonly isKept: boolean;
}

/**
 * `Safety['report']`, loaded with the first call, and `inward/report` with it. @param tools with a thread that is a copy already
 * @throws {TypeError} {RangeError} no target. {SafetyError} reports-unset, asset-unavailable.
 */
export async function openReport({ reports: given, thread, safety, watch, store, now }: ReportTools, of: unknown): Promise<ReportInHand> {
  const target = TARGET(of, 'target') as ReportTarget;
  if (given === undefined || thread === undefined) throw new SafetyError('reports-unset', 'Give createSafety "reports".');
  const { moderator, partner } = given;
  const { kind, accounts } = thread;
  if (!Array.isArray(moderator)) throw wrongType('reports.moderator');
  let offered: readonly ReportableMessage[] | undefined = offeredOf(thread, target);
  let messages = offered.map(({ message, franked }) => offerOf(message, franked !== undefined));
  const asIs: Complete = (plain) => plain;
  let complete = asIs;
  let ready: Promise<void> | undefined;
  const { chain, notices: noticing } = safety.settings;
  // Of a contact too: the person means to report it.
  if (chain.enabled && noticing !== 'off' && messages.some(({ text }) => text.length >= CHAIN_LEAST_UNITS)) {
    let degraded = 'deadline';
    complete = (plain, again) => (plain.messages.some((one) => one.shown === 'whole' && (one.body.text ?? '').length >= CHAIN_LEAST_UNITS) ? again({ sketches: [], distinctSenders: 0, degraded }) : plain);
    ready = inTime(loadPart(() => import('./report-copies.ts')).then(({ readCopies }) => {
      const copies = readCopies(watch, newest(moderator, now())?.policy, offered ?? []);
      if (offered) ({ complete } = copies);
      return copies.ready;
    }, () => { degraded = 'asset-unavailable'; })).catch(() => undefined);
  }
  const part = await loadPart(given.load);
  const subject = kind === 'direct' ? accounts[0] ?? target.conversationId : target.conversationId;
  const before = part.createTickets(store).reportedBefore(subject);
  // A store that fails keeps nobody from reporting.
  const reportedBefore = await inTime(before).catch(() => ({ times: 0, ids: [] }));
  const noticed = noticesOf(offered);
  const waiting = new Map<Report, Sealed>();
  const sends = new Map<Report, Promise<SentReport>>();
  /** What somebody has: it is never sealed again. */
  const hasLeft = new Set<Report>();
  let isWithdrawn = false;
  const startsWith = target.messageId === undefined ? offered.slice(-STARTS_WITH).map(({ message }) => message.id) : [target.messageId];
  while (startsWith.length > 1 && !fits(startsWith)) startsWith.shift();

  return freeze<ReportInHand>({
    target, startsWith, ready, notices: noticed.map(({ notice }) => notice), reportedBefore: reportedBefore.times,
    recipients: { moderator: nameOf(moderator, now()) ?? '', partner: partner && nameOf(partner, now()) },
    get messages() { return messages; },
    categories: (urgency) => part.categoriesFor(urgency),
    preview(choices) {
      const inForce = newest(moderator, now());
      if (inForce === undefined) throw new SafetyError('recipient-key-expired', 'No key of the moderators is in force: the app needs an update.');
      return built(inForce.policy, choices);
    },
    async send(preview, options = {}) {
      held();
      const running = sends.get(preview);
      if (running !== undefined) return running;
      const done = attempt(preview, options);
      sends.set(preview, done);
      try {
        const sent = await done;
        if (sent.missing.length > 0) sends.delete(preview);
        return sent;
      } catch (error) {
        sends.delete(preview);
        throw error;
      }
    },
    async withdraw() {
      isWithdrawn = true;
      for (const [preview, { outbox }] of waiting) {
        await outbox.discard(preview.id);
        waiting.delete(preview);
      }
      discard();
    },
    discard,
  });

  function discard(): void {
    offered = undefined;
    complete = asIs;
    messages = [];
    waiting.clear();
    sends.clear();
    hasLeft.clear();
  }

  function held(): readonly ReportableMessage[] {
    if (offered === undefined) throw new SafetyError('report-discarded', 'This report was discarded.');
    return offered;
  }

  function built(policy: string, { messages: ids = startsWith, closed = [], notices: left = [], ...others }: ReportChoices): Report {
    const isWhole = (messageId: string): boolean => ids.includes(messageId) && !closed.includes(messageId);
    const draft: ReportDraft = {
      ...others, now: now(), policy, thread: { conversationId: target.conversationId, kind }, accounts, reportedBefore,
      messages: chosen(held(), ids, closed),
      notices: noticed.flatMap(({ messageId, notice }) => (left.includes(notice.id) && isWhole(messageId) ? [notice] : [])).slice(-NOTICES_MAX),
    };
    const plain = part.buildReport(safety, draft);
    try {
      return complete(plain, (duplicates) => part.buildReport(safety, { ...draft, duplicates }));
    } catch {
      // What is said of copies keeps nobody from reporting.
      return plain;
    }
  }

  function fits(ids: readonly string[]): boolean {
    try {
      return built('any', { category: 'other', messages: ids }).messages.length > 0;
    } catch (error) {
      return (error as { readonly code?: unknown }).code !== 'limit-exceeded';
    }
  }

  async function attempt(preview: Report, { press: event, partner: isBoth }: { readonly press?: Press; readonly partner?: boolean }): Promise<SentReport> {
    const time = now();
    const press = event && { press: event };
    const sealed = waiting.get(preview) ?? await kept(await part.sealReport(preview, { now: time, moderator, ...isBoth === true && partner ? { partner } : {}, ...press }));
    const { facts, outbox, isKept } = sealed;
    let isUnsent = false;
    try {
      const { facts: { recipients } } = await outbox.send(preview.id, async (envelope, recipient) => {
        try {
          await inTime((given as ReportOptions).send(envelope, recipient), SEND_MS);
        } catch (error) {
          isUnsent = true;
          throw error;
        }
      }, { now: time, ...press });
      const missing = facts.recipients.filter(({ to }) => !recipients.some((one) => one.to === to));
      hasLeft.add(preview);
      if (missing.length > 0) waiting.set(preview, sealed);
      else waiting.delete(preview);
      return { state: 'sent', facts, missing: missing.map(({ name }) => name) };
    } catch (error) {
      if (isUnsent && isKept && !isWithdrawn) {
        waiting.set(preview, sealed);
        return { state: 'waiting', facts, missing: facts.recipients.map(({ name }) => name) };
      }
      if (hasLeft.has(preview)) throw error;
      // Nobody has it, and nobody is told that it waits: so it must not.
      waiting.delete(preview);
      await outbox.discard(preview.id).catch(() => undefined);
      throw isUnsent ? new SafetyError('store-failed', 'The store did not take it.') : error;
    }
  }

  async function kept(sealed: SealedReport): Promise<Sealed> {
    const { facts } = sealed;
    const outbox = part.createOutbox(store);
    const done = outbox.keep(sealed, subject);
    try {
      await inTime(done, PRESSED_MS);
      return { facts, outbox, isKept: true };
    } catch {
      // Where it comes too late it goes again.
      done.then(() => outbox.discard(facts.reportId)).catch(() => undefined);
      const instead = part.createOutbox(createMemoryStore());
      await instead.keep(sealed);
      return { facts, outbox: instead, isKept: false };
    }
  }
}

/** What comes too late is as if it had failed. */
function inTime<T>(done: T | Promise<T>, ms: number = STORE_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ms);
    Promise.resolve(done).then(resolve, reject).finally(() => { clearTimeout(timer); });
  });
}

function offeredOf({ messages }: ReportableThread, { messageId }: ReportTarget): readonly ReportableMessage[] {
  const last = messages.slice(-OFFERED_MAX);
  const at = messages.findIndex(({ message }) => message.id === messageId);
  if (messageId !== undefined && at < 0) throw new SafetyError('input-invalid', 'There is no such message.');
  const isLate = at < 0 || at >= messages.length - OFFERED_MAX;
  return isLate ? last : messages.slice(at, at + OFFERED_MAX);
}

function offerOf({ id: messageId, senderId, direction, kind, text, surfaces, sentAt }: Message, isProvable: boolean): OfferedMessage {
  return { id: messageId, senderId, isOwn: direction === 'outgoing', kind, text: text ?? surfaces?.caption ?? '', sentAt, isProvable };
}

function noticesOf(offered: readonly ReportableMessage[]): readonly { readonly messageId: string; readonly notice: ReportedNotice }[] {
  return offered.flatMap(({ message, notices = [] }) => notices.map(({ id: noticeId, kind, level, reasons, answer }) => (
    { messageId: message.id, notice: { id: noticeId, kind, level, reasons, ...answer === undefined ? {} : { answer } } })));
}

/** From the first that stays in to the last; what was taken out between them is a gap, and what stands around is not there. */
function chosen(offered: readonly ReportableMessage[], ids: readonly string[], closed: readonly string[]): readonly MessageToReport[] {
  const isIn = ({ message }: ReportableMessage): boolean => ids.includes(message.id);
  const first = offered.findIndex(isIn);
  if (first < 0) return [];
  const last = offered.length - [...offered].reverse().findIndex(isIn);
  return offered.slice(first, last).map(({ notices: _, ...one }) => ({ ...one, shown: !ids.includes(one.message.id) ? 'out' : closed.includes(one.message.id) ? 'closed' : 'whole' }));
}

function newest(keys: readonly RecipientKey[], now: number): RecipientKey | undefined {
  return keys.filter(({ notBefore, notAfter }) => notBefore <= now && now < notAfter).sort((a, b) => b.notBefore - a.notBefore)[0];
}

/** Sealing says it where none is in force. */
function nameOf(keys: readonly RecipientKey[], now: number): string | undefined {
  return (newest(keys, now) ?? keys[0])?.name;
}
