import { SafetyError } from '../contract/errors.ts';
import type { ReportErrorCode } from '../contract/report-codes.ts';
import type { Press, RecipientKey, SendEnvelope } from '../contract/report-seal.ts';
import type { ReportChoices, ReportInHand, SentReport } from '../contract/reporting.ts';
import type { Report } from '../contract/report.ts';
import type { Safety, Store } from '../contract/safety.ts';
import type { Escalation, Ticket } from './ticket.ts';

/** What it takes of `inward/report`: a second copy of that would not seal what the first one built. */
export type PressTools = Pick<typeof import('./index.ts'), 'buildReport' | 'sealReport' | 'categoriesFor' | 'createTickets' | 'openTicket' | 'ticketStatus'>;

export interface PressOptions {
  /** `import * as report from 'inward/report'`, or what `reports.load` resolved with. */
  readonly report: PressTools;
  readonly safety: Pick<Safety, 'about'>;
  /** Where tickets are. */
  readonly store: Store;
  /** Pinned, the present one and the next. */
  readonly moderator: readonly RecipientKey[];
  /** Brings sealed bytes to the moderators. */
  readonly send: SendEnvelope;
  /** The clock that `createSafety` got. */
  readonly now: () => number;
}

/** Of a press, which has to be live when it is sealed. */
const STORE_MS = 1_000;
const SEND_MS = 20_000;
/** What this page pressed for, by the first report's id: a store that does not take it must not unlock it. */
const pressed = new Map<string, Escalation>();
let last: Promise<unknown> = Promise.resolve();

/**
 * A report without messages that asks for an answer to an earlier one, for `<inward-report pressing>`: what it shows is what is sealed, and only its Send sends it. It goes to the moderators, as urgent
 * as today at least, of the same category, and names the one that waits. Offered where `ticketStatus` says `mayEscalate`: from 48 hours on without a final answer, and then once in 24 hours. Whether it may go is asked
 * again of the stored ticket when it is sent, in one tab at a time. Nothing of it waits: where it could not be sent it is offered again.
 * @param reportId of the report that waits. @throws {SafetyError} input-invalid: no such ticket, or it is itself of a report that asked for an answer; press-too-early; press-answered; recipient-key-expired
 */
export async function pressInHand(reportId: string, { report, safety, store, moderator, send, now }: PressOptions): Promise<ReportInHand> {
  const tickets = report.createTickets(store);
  const all = await tickets.list();
  let ticket = all.find(({ facts }) => facts.reportId === reportId);
  if (ticket === undefined || all.some(({ escalatedBy }) => escalatedBy.some((one) => one.reportId === reportId))) throw new SafetyError('input-invalid', 'No answer can be asked for there.');
  let inHand: { readonly preview: Report; readonly done: Promise<SentReport> } | undefined;
  check(ticket);

  return Object.freeze<ReportInHand>({
    target: Object.freeze({ conversationId: '' }), recipients: Object.freeze({ moderator: keyInForce().name, partner: undefined }), messages: [], startsWith: [], notices: [], reportedBefore: 1,
    categories: report.categoriesFor,
    preview: ({ uiLocale }: Pick<ReportChoices, 'uiLocale'>) => {
      const { category, urgency } = check(ticket as Ticket).facts;
      return report.buildReport(safety, {
        now: now(), policy: keyInForce().policy, category, urgency: urgency === 'routine' ? 'today' : urgency, reportedBefore: { times: 1, ids: [reportId] }, ...uiLocale === undefined ? {} : { uiLocale },
      });
    },
    async send(preview, options = {}) {
      if (inHand?.preview === preview) return inHand.done;
      const done = alone(reportId, () => attempt(preview, options.press));
      inHand = { preview, done };
      done.catch(() => { inHand = undefined; });
      return done;
    },
    withdraw: () => Promise.resolve(),
    discard: () => undefined,
  });

  function keyInForce(): RecipientKey {
    const time = now();
    const key = moderator.filter(({ notBefore, notAfter }) => notBefore <= time && time < notAfter).sort((a, b) => b.notBefore - a.notBefore)[0];
    if (key === undefined) throw new SafetyError<ReportErrorCode>('recipient-key-expired', 'No key of the moderators is in force.');
    return key;
  }

  function check(one: Ticket): Ticket {
    const { stage, mayEscalate } = report.ticketStatus(ticketWithPress(one), now());
    if (stage === 'final') throw new SafetyError<ReportErrorCode>('press-answered', 'It has its final answer.');
    if (!mayEscalate) throw new SafetyError<ReportErrorCode>('press-too-early', 'An answer can be asked for after 48 hours, and then once in 24.');
    return one;
  }

  async function attempt(preview: Report, press: Press | undefined): Promise<SentReport> {
    // Another tab may have asked, and an answer may have come.
    ticket = check(await inTime(tickets.get(reportId), STORE_MS).catch(() => undefined) ?? ticket as Ticket);
    const sentAt = now();
    const { facts, envelopes: [envelope] } = await report.sealReport(preview, { now: sentAt, moderator, ...press === undefined ? {} : { press } });
    await inTime(send(envelope as Uint8Array<ArrayBuffer>, facts.recipients[0] as (typeof facts.recipients)[number]), SEND_MS);
    // From here it has left, whatever the store does.
    pressed.set(reportId, { reportId: facts.reportId, sentAt });
    ticket = ticketWithPress(ticket);
    await inTime(Promise.all([tickets.put(report.openTicket(facts, sentAt)), tickets.put(ticket)]), STORE_MS).catch(() => undefined);
    return { state: 'sent', facts, missing: [] };
  }
}

/** With what this page pressed for and the store may not have taken: the same object where there is nothing to add. Store it with `createTickets(store).put`. */
export function ticketWithPress(ticket: Ticket): Ticket {
  const one = pressed.get(ticket.facts.reportId);
  return one === undefined || ticket.escalatedBy.some(({ reportId }) => reportId === one.reportId) ? ticket : { ...ticket, escalatedBy: [...ticket.escalatedBy, one] };
}

/** @param work the only one about this report, in whichever tab; without locks in this page */
function alone<T>(reportId: string, work: () => Promise<T>): Promise<T> {
  const { locks } = (globalThis.navigator ?? {}) as { readonly locks?: { request(name: string, work: () => Promise<T>): Promise<T> } };
  if (locks !== undefined) return locks.request(`report-press/${reportId}`, work);
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

/** What comes too late is as if it had failed. */
function inTime<T>(done: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { reject(new SafetyError('deadline', 'It took too long.')); }, ms);
    done.then(resolve, reject).finally(() => { clearTimeout(timer); });
  });
}
