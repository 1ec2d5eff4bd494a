import { SafetyError } from '../contract/errors.ts';
import type { Press, SealedFacts, SealedReport, SendEnvelope } from '../contract/report-seal.ts';
import type { Store } from '../contract/safety.ts';
import { concat, type Bytes } from './bytes.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { requirePress } from './gesture.ts';
import { openTicket, type Ticket } from './ticket.ts';

/** What waits, as it is shown for confirming: all that is stored in the clear. */
export interface WaitingReport {
  readonly facts: SealedFacts;
  /** A key is out of force: nobody could open it rightly, and only building it anew helps. */
  readonly isExpired: boolean;
}

export interface Outbox {
  /** Keeps a sealed report until there is a network. @throws {SafetyError} store-failed */
  keep(sealed: SealedReport): Promise<void>;
  /** Oldest first. What cannot be read is left out. */
  waiting(now: number): Promise<readonly WaitingReport[]>;
  /**
   * Sends what waits, after the person confirmed it by its facts, and forgets it. An envelope that was not taken leaves it waiting, with those that
   * were left out of the next attempt.
   * @throws {SafetyError} gesture-required; recipient-key-expired: it is deleted, build it anew; input-invalid: it does not wait; store-failed.
   * And what `send` rejects with.
   */
  send(reportId: string, send: SendEnvelope, options: { readonly now: number; readonly press?: Press }): Promise<Ticket>;
  discard(reportId: string): Promise<void>;
}

const PREFIX = 'report-out/';

/**
 * Reports that wait for a network: sealed bytes and facts, one record each, in the store that the host gives. Nobody can open them here, not even
 * this device: the text is nowhere.
 */
export function createOutbox(store: Store): Outbox {
  const load = async (reportId: string): Promise<SealedReport | undefined> => {
    const bytes = await store.get(PREFIX + reportId);
    return bytes === undefined ? undefined : unpacked(bytes);
  };
  const save = (sealed: SealedReport): Promise<void> => asStoreFailed(store.put(PREFIX + sealed.facts.reportId, packed(sealed)));
  const discard = (reportId: string): Promise<void> => asStoreFailed(store.delete(PREFIX + reportId));

  return {
    keep: save,
    async waiting(now) {
      const ids = (await store.keys()).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
      const found = (await Promise.all(ids.map(load))).filter((one) => one !== undefined);
      return found.map(({ facts }) => ({ facts, isExpired: facts.notAfter <= now })).sort((a, b) => a.facts.sealedAt - b.facts.sealedAt);
    },
    async send(reportId, send, { now, press }) {
      requirePress(press);
      const sealed = await load(reportId);
      if (sealed === undefined) throw new SafetyError('input-invalid', 'No report of this id waits.');
      if (sealed.facts.notAfter <= now) {
        await discard(reportId);
        throw new SafetyError('recipient-key-expired', 'The recipient\'s key is out of force: build the report anew.');
      }
      for (const [index, envelope] of sealed.envelopes.entries()) {
        if (envelope.length === 0) continue;
        await send(envelope, sealed.facts.recipients[index] as SealedFacts['recipients'][number]);
        // An empty one stands for what was taken, should the next one fail.
        if (index < sealed.envelopes.length - 1) await save({ facts: sealed.facts, envelopes: sealed.envelopes.map((one, at) => (at <= index ? new Uint8Array() : one)) });
      }
      await discard(reportId);
      return openTicket(sealed.facts, now);
    },
    discard,
  };
}

/** Lengths as JSON in front: `u32 ‖ JSON of facts and lengths ‖ envelopes`. */
function packed({ facts, envelopes }: SealedReport): Bytes {
  const head = canonicalBytes({ facts, lengths: envelopes.map(({ length }) => length) });
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, head.length);
  return concat(size, head, ...envelopes);
}

function unpacked(bytes: Bytes): SealedReport | undefined {
  if (bytes.length < 4) return undefined;
  let at = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const head = parseCanonical(bytes.slice(4, at)) as { readonly facts: SealedFacts; readonly lengths: readonly number[] } | undefined;
  if (head === undefined) return undefined;
  return { facts: head.facts, envelopes: head.lengths.map((length) => bytes.slice(at, at += length)) };
}

async function asStoreFailed(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (cause) {
    throw new SafetyError('store-failed', 'The store did not take the report.', { cause });
  }
}
