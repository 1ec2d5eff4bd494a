import { SafetyError } from '../contract/errors.ts';
import type { Message } from '../contract/message.ts';
import type { MessageToReport } from '../contract/report-draft.ts';
import type { RecipientKey, SealedFacts, SendEnvelope } from '../contract/report-seal.ts';
import type { OfferedMessage, ReportableMessage, ReportableThread, ReportInHand, ReportOptions, ReportTarget } from '../contract/reporting.ts';
import type { Report, ReportedNotice } from '../contract/report.ts';
import type { Safety, Store } from '../contract/safety.ts';
import { loadPart } from './load-part.ts';
import { id, object, wrongType } from './plain.ts';
import { freeze } from './screening.ts';

export interface ReportTools {
  readonly given: ReportOptions | undefined;
  /** What the host said of the target. */
  readonly thread: ReportableThread | undefined;
  readonly safety: Pick<Safety, 'about'>;
  readonly store: Store;
  readonly now: () => number;
}

const OFFERED_MAX = 30;
const NOTICES_MAX = 16;
/** Of a report of a conversation as a whole: enough to see what it is about. */
const STARTS_WITH = 5;
const TARGET = object({ conversationId: id }, { messageId: id });

/**
 * `Safety['report']`, loaded with the first call, and `inward/report` with it.
 * @throws {TypeError} {RangeError} no target. {SafetyError} reports-unset, asset-unavailable.
 */
export async function openReport({ given, thread, safety, store, now }: ReportTools, of: unknown): Promise<ReportInHand> {
  const target = TARGET(of, 'target') as ReportTarget;
  if (given === undefined || thread === undefined) throw new SafetyError('reports-unset', 'Give createSafety "reports": whom reports go to, and how.');
  const { moderator, partner } = given;
  if (!Array.isArray(moderator)) throw wrongType('reports.moderator');
  let offered: readonly ReportableMessage[] | undefined = offeredOf(thread, target);
  const part = await loadPart(given.load);
  const subject = thread.kind === 'direct' ? thread.accounts[0] ?? target.conversationId : target.conversationId;
  const reportedBefore = await part.createTickets(store).reportedBefore(subject);
  const notices = noticesOf(offered);
  const startsWith = target.messageId === undefined ? offered.slice(-STARTS_WITH).map(({ message }) => message.id) : [target.messageId];
  /** Sealed already, and not taken yet. */
  const waiting = new Map<Report, SealedFacts>();

  return freeze<ReportInHand>({
    target, startsWith, notices, reportedBefore: reportedBefore.times,
    recipients: { moderator: nameOf(moderator, now()) ?? '', partner: partner && nameOf(partner, now()) },
    messages: offered.map(({ message, franked }) => offerOf(message, franked !== undefined)),
    categories: (urgency) => part.categoriesFor(urgency),
    preview(choices) {
      const { messages = startsWith, closed = [], notices: left = [], ...others } = choices;
      return part.buildReport(safety, {
        ...others, now: now(), policy: newest(moderator, now())?.policy ?? '',
        thread: { conversationId: target.conversationId, kind: thread.kind }, accounts: thread.accounts, reportedBefore,
        messages: chosen(held(), messages, closed), notices: notices.filter((one) => left.includes(one.id)),
      });
    },
    async send(preview, options = {}) {
      held();
      const time = now();
      const press = options.press && { press: options.press };
      const outbox = part.createOutbox(store);
      let facts = waiting.get(preview);
      if (facts === undefined) {
        const sealed = await part.sealReport(preview, { now: time, moderator, ...options.partner === true && partner ? { partner } : {}, ...press });
        await outbox.keep(sealed);
        facts = sealed.facts;
        waiting.set(preview, facts);
      }
      const ticket = await taken((send) => outbox.send(preview.id, send, { now: time, ...press }), given.send);
      if (ticket === undefined) return { state: 'waiting', facts };
      waiting.delete(preview);
      // It left: a ticket that the store does not take is lost, and the report is not.
      await part.createTickets(store).put(ticket as never, subject).catch(() => undefined);
      return { state: 'sent', facts };
    },
    discard() {
      offered = undefined;
      waiting.clear();
    },
  });

  function held(): readonly ReportableMessage[] {
    if (offered === undefined) throw new SafetyError('report-discarded', 'This report was discarded: ask for a new one.');
    return offered;
  }
}

/** `undefined` where the host could not bring it: whatever that was, it waits. What the outbox itself refuses is thrown. */
async function taken(attempt: (send: SendEnvelope) => Promise<unknown>, send: SendEnvelope): Promise<unknown> {
  let isUnsent = false;
  try {
    return await attempt(async (envelope, recipient) => {
      try {
        await send(envelope, recipient);
      } catch (error) {
        isUnsent = true;
        throw error;
      }
    });
  } catch (error) {
    if (isUnsent) return undefined;
    throw error;
  }
}

/** Copies, so that what the host deletes or edits meanwhile stays as the person saw it. */
function offeredOf({ messages }: ReportableThread, { messageId }: ReportTarget): readonly ReportableMessage[] {
  const last = messages.slice(-OFFERED_MAX);
  const at = messages.findIndex(({ message }) => message.id === messageId);
  if (messageId !== undefined && at < 0) throw new SafetyError('input-invalid', 'The conversation has no message of this id.');
  const isLate = at < 0 || at >= messages.length - OFFERED_MAX;
  return structuredClone(isLate ? last : messages.slice(at, at + OFFERED_MAX));
}

function offerOf({ id: messageId, senderId, direction, kind, text, surfaces, sentAt }: Message, isProvable: boolean): OfferedMessage {
  return { id: messageId, senderId, isOwn: direction === 'outgoing', kind, text: text ?? surfaces?.caption ?? '', sentAt, isProvable };
}

function noticesOf(messages: readonly ReportableMessage[]): readonly ReportedNotice[] {
  const shown = messages.flatMap(({ notices = [] }) => notices);
  return shown.slice(-NOTICES_MAX).map(({ id: noticeId, kind, level, reasons, answer }) => ({ id: noticeId, kind, level, reasons, ...answer === undefined ? {} : { answer } }));
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
