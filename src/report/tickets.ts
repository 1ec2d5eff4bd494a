import { SafetyError } from '../contract/errors.ts';
import type { RecipientKey } from '../contract/report-seal.ts';
import type { Store } from '../contract/safety.ts';
import { toBase64url, utf8 } from './bytes.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { recordsOf } from './records.ts';
import { checkReceipt, type SignedReceipt } from './receipt.ts';
import { type Ticket, ticketWithReceipt } from './ticket.ts';
import { sha256 } from './web-crypto.ts';

/** The tickets of a device, one record each in the store that the host gives. */
export interface Tickets {
  /** The outbox does it with what left. @param subject account or conversation that it is about, for `reportedBefore`; kept as a digest. */
  put(ticket: Ticket, subject?: string): Promise<void>;
  get(reportId: string): Promise<Ticket | undefined>;
  /** Newest first. What cannot be read is left out. */
  list(): Promise<readonly Ticket[]>;
  /**
   * Checks a receipt, takes it in and stores the ticket. `undefined`: there is no such ticket, so the receipt is nobody's.
   * @throws {SafetyError} receipt-forged, receipt-conflict, seal-unsupported
   */
  receive(signed: SignedReceipt, keys: readonly RecipientKey[]): Promise<Ticket | undefined>;
  /** For `draft.reportedBefore`. */
  reportedBefore(subject: string): Promise<{ readonly times: number; readonly ids: readonly string[] }>;
  forget(reportId: string): Promise<void>;
}

interface Stored {
  readonly ticket: Ticket;
  readonly subject?: string;
}

const PREFIX = 'report-ticket/';
const IDS_MAX = 16;

/** Tickets in `store`, one record each; nothing of a message is in them. No call is made before a method is. */
export function createTickets(store: Store): Tickets {
  const read = (reportId: string): Promise<Stored | undefined> => readTicket(store, reportId);
  const all = async (): Promise<readonly Stored[]> => {
    const found = await recordsOf(store, PREFIX, read);
    return found.sort((a, b) => b.ticket.sentAt - a.ticket.sentAt);
  };

  return {
    async put(ticket, subject) {
      await keepTicket(store, ticket, subject === undefined ? undefined : await subjectDigest(ticket.facts.reportId, subject));
    },
    get: async (reportId) => (await read(reportId))?.ticket,
    list: async () => (await all()).map(({ ticket }) => ticket),
    async receive(signed, keys) {
      const receipt = await checkReceipt(signed, keys);
      const stored = await read(receipt.reportId);
      if (stored === undefined) return undefined;
      // Only who was sent the report may answer it: another pinned key is another recipient's.
      const from = stored.ticket.facts.recipients.find(({ keyId }) => keyId === signed.keyId);
      if (!from) throw new SafetyError('receipt-forged', 'Its signer did not get the report.');
      const ticket = ticketWithReceipt(stored.ticket, receipt, from.to);
      await writeTicket(store, { ...stored, ticket });
      return ticket;
    },
    async reportedBefore(subject) {
      const stored = await all();
      const digests = await Promise.all(stored.map(({ ticket }) => subjectDigest(ticket.facts.reportId, subject)));
      const ids = stored.filter((one, index) => one.subject === digests[index]).map(({ ticket }) => ticket.facts.reportId);
      return { times: ids.length, ids: ids.slice(0, IDS_MAX) };
    },
    forget: (reportId) => store.delete(PREFIX + reportId),
  };
}

export async function readTicket(store: Store, reportId: string): Promise<Stored | undefined> {
  const bytes = await store.get(PREFIX + reportId);
  const stored = bytes && parseCanonical(bytes) as Stored | null | undefined;
  return stored?.ticket && stored;
}

function writeTicket(store: Store, stored: Stored): Promise<void> {
  return store.put(PREFIX + stored.ticket.facts.reportId, canonicalBytes(stored));
}

/** @param digest of the subject; without one, the one that is there stays */
export async function keepTicket(store: Store, ticket: Ticket, digest: string | undefined): Promise<void> {
  const there = await readTicket(store, ticket.facts.reportId);
  const { ticket: old = ticket } = there ?? {};
  // A later attempt, at what had left in part, or a copy from before a receipt came or an answer was asked for: what happened meanwhile stays.
  const kept = old.sentAt < ticket.sentAt ? { ...old, facts: ticket.facts } : { ...ticket, receipts: longer(old.receipts, ticket.receipts), escalatedBy: longer(old.escalatedBy, ticket.escalatedBy) };
  await writeTicket(store, { ticket: kept, subject: digest ?? there?.subject } as Stored);
}

function longer<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return one[other.length] ? one : other;
}

/** Salted with the report's id: two tickets about one person do not look alike in the store. */
export async function subjectDigest(reportId: string, subject: string): Promise<string> {
  return toBase64url(await sha256(utf8(`${reportId}\n${subject}`)));
}
