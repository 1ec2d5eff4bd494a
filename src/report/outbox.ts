import { SafetyError } from '../contract/errors.ts';
import type { Press, SealedFacts, SealedReport, SendEnvelope } from '../contract/report-seal.ts';
import type { Store } from '../contract/safety.ts';
import { concat, type Bytes } from './bytes.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { requirePress } from './gesture.ts';
import { recordsOf } from './records.ts';
import { openTicket, type Ticket } from './ticket.ts';
import { keepTicket, readTicket, subjectDigest } from './tickets.ts';

/** What waits, as it is shown for confirming: all that is stored in the clear. */
export interface WaitingReport {
  readonly facts: SealedFacts;
  /** Whom it did not reach yet. */
  readonly missing: SealedFacts['recipients'];
  /** A key is out of force, so that only building it anew helps: the moderators', or of all whom it did not reach. */
  readonly isExpired: boolean;
}

export interface Outbox {
  /**
   * Keeps a sealed report until there is a network.
   * @param subject account or conversation that it is about, for `reportedBefore`; kept as a digest. @throws {SafetyError} store-failed
   */
  keep(sealed: SealedReport, subject?: string): Promise<void>;
  /** Oldest first. What cannot be read is left out. */
  waiting(now: number): Promise<readonly WaitingReport[]>;
  /**
   * Sends what waits, after the person confirmed it by its facts, one attempt at a time in all tabs. The first envelope that is taken makes the ticket, which
   * goes into the store and names who has it; what was not taken waits on for the next attempt. Of one that another tab sent meanwhile it gives the ticket. A partner's envelope whose key is out of force is dropped. From
   * the first that was taken, a store that fails changes nothing of the answer.
   * @throws {SafetyError} gesture-required; recipient-key-expired: it is deleted, build it anew; input-invalid: there is none of this id; store-failed.
   * And what `send` rejects with, where nobody has it.
   */
  send(reportId: string, send: SendEnvelope, options: { readonly now: number; readonly press?: Press }): Promise<Ticket>;
  /** Takes back what waits. @throws {SafetyError} store-failed */
  discard(reportId: string): Promise<void>;
}

/** An empty envelope stands for one that was taken. */
interface Kept extends SealedReport {
  readonly subject?: string | undefined;
}

interface Part {
  readonly recipient: SealedFacts['recipients'][number];
  envelope: Bytes;
}

const PREFIX = 'report-out/';

/**
 * Reports that wait for a network: sealed bytes and facts, one record each, in the store that the host gives. Nobody can open them here, not even
 * this device: the text is nowhere.
 */
export function createOutbox(store: Store): Outbox {
  const load = async (reportId: string): Promise<Kept | undefined> => {
    const bytes = await store.get(PREFIX + reportId);
    return bytes === undefined ? undefined : unpacked(bytes);
  };
  const save = (kept: Kept): Promise<void> => asStoreFailed(store.put(PREFIX + kept.facts.reportId, packed(kept)));
  const discard = (reportId: string): Promise<void> => asStoreFailed(store.delete(PREFIX + reportId));

  return {
    async keep(sealed, subject) {
      await save({ ...sealed, subject: subject === undefined ? undefined : await subjectDigest(sealed.facts.reportId, subject) });
    },
    async waiting(now) {
      const found = await recordsOf(store, PREFIX, load);
      return found.map((kept) => ({
        facts: kept.facts, missing: partsOf(kept, 0).filter(isLeft).map(({ recipient }) => recipient), isExpired: isOver(partsOf(kept, now)),
      })).sort((a, b) => a.facts.sealedAt - b.facts.sealedAt);
    },
    async send(reportId, send, { now, press }) {
      requirePress(press);
      return alone(reportId, async () => {
        const kept = await load(reportId);
        if (kept === undefined) {
          const sent = await readTicket(store, reportId);
          if (sent === undefined) throw new SafetyError('input-invalid', 'No such report waits.');
          return sent.ticket;
        }
        const parts = partsOf(kept, now);
        if (isOver(parts)) {
          await discard(reportId);
          throw new SafetyError('recipient-key-expired', 'No key is in force: build it anew.');
        }
        const ticket = (): Ticket => openTicket({ ...kept.facts, recipients: parts.filter((part) => !isLeft(part)).map(({ recipient }) => recipient) }, now);
        let problem: unknown;
        for (const part of parts.filter(isLeft)) {
          try {
            await send(part.envelope, part.recipient);
          } catch (error) {
            problem = error;
            continue;
          }
          part.envelope = new Uint8Array();
          await keepTicket(store, ticket(), kept.subject).catch(quiet);
          // Where a partner's was dropped nothing is left here, so that those that are stay beside their recipients.
          await (parts.some(isLeft) ? save({ ...kept, envelopes: parts.map(({ envelope }) => envelope) }) : discard(reportId)).catch(quiet);
        }
        if (parts.every(isLeft)) throw problem;
        return ticket();
      });
    },
    discard,
  };
}

/** Without a partner's whose key is out of force. */
function partsOf({ facts, envelopes }: Kept, now: number): readonly Part[] {
  return facts.recipients.map((recipient, at) => ({ recipient, envelope: envelopes[at] as Bytes })).filter((part) => !isLeft(part) || now < part.recipient.notAfter);
}

function isLeft({ envelope }: Part): boolean {
  return envelope.length > 0;
}

/** Nobody is left to send it to, or not the moderators, who must be the first to have it. */
function isOver(parts: readonly Part[]): boolean {
  return parts[0]?.recipient.to !== 'moderator' || !parts.some(isLeft);
}

/** @param work the only one of this report, in whichever tab */
function alone<T>(reportId: string, work: () => Promise<T>): Promise<T> {
  const { locks } = (globalThis.navigator ?? {}) as { readonly locks?: { request(name: string, work: () => Promise<T>): Promise<T> } };
  return locks?.request(PREFIX + reportId, work) ?? work();
}

function quiet(): void {
  // What left has left.
}

/** Lengths as JSON in front: `u32 ‖ JSON of facts and lengths ‖ envelopes`. */
function packed({ facts, envelopes, subject }: Kept): Bytes {
  const head = canonicalBytes({ facts, subject, lengths: envelopes.map(({ length }) => length) });
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, head.length);
  return concat(size, head, ...envelopes);
}

function unpacked(bytes: Bytes): Kept | undefined {
  if (bytes.length < 4) return undefined;
  let at = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const head = parseCanonical(bytes.slice(4, at)) as { readonly facts: SealedFacts; readonly subject?: string; readonly lengths: readonly number[] } | undefined;
  if (head === undefined) return undefined;
  return { facts: head.facts, subject: head.subject, envelopes: head.lengths.map((length) => bytes.slice(at, at += length)) };
}

async function asStoreFailed(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (cause) {
    throw new SafetyError('store-failed', 'The store did not take it.', { cause });
  }
}
