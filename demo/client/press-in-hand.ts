import type { ReportInHand, Safety, Store } from 'inward';
import type { SealedFacts, Ticket } from 'inward/report';
import { MODERATOR } from '../office-keys.ts';
import { demoTime } from './clock.ts';

export interface PressTools {
  readonly safety: Safety;
  readonly store: Store;
  /** Brings sealed bytes to the moderators. */
  readonly send: (envelope: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** It has left. */
  readonly onSent: (facts: SealedFacts) => void;
}

/**
 * A report without messages that asks for an answer to an earlier one, for the report screen: what it shows is what is sealed, and only its Send sends it.
 * Where there is no connection nothing stays, and it is offered again.
 */
export async function pressInHand(ticket: Ticket, { safety, store, send, onSent }: PressTools): Promise<ReportInHand> {
  const { buildReport, categoriesFor, createOutbox, escalationDraft, sealReport } = await import('inward/report');
  const outbox = createOutbox(store);
  return {
    target: { conversationId: '' }, recipients: { moderator: MODERATOR.name, partner: undefined }, messages: [], startsWith: [], notices: [], reportedBefore: 1,
    categories: categoriesFor,
    preview: ({ uiLocale }) => buildReport(safety, { ...escalationDraft(ticket, { now: demoTime(), policy: MODERATOR.policy }), ...uiLocale === undefined ? {} : { uiLocale } }),
    async send(preview, { press } = {}) {
      const now = demoTime();
      const pressed = press === undefined ? {} : { press };
      const sealed = await sealReport(preview, { now, moderator: [MODERATOR], ...pressed });
      try {
        await outbox.keep(sealed);
        await outbox.send(preview.id, send, { now, ...pressed });
      } catch (error) {
        await outbox.discard(preview.id).catch(() => undefined);
        throw error;
      }
      // From here it has left, whatever the store does.
      onSent(sealed.facts);
      return { state: 'sent', facts: sealed.facts, missing: [] };
    },
    // Nothing of it waits, and it holds no message.
    withdraw: () => Promise.resolve(),
    discard: () => undefined,
  };
}
