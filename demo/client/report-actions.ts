import type { ReportChoices } from 'inward';
import type { SignedReceipt } from 'inward/report';
import type { ReportOccasion, ReportScreenEvent } from 'inward/ui/report';
import { MODERATOR, threadId } from '../office-keys.ts';
import type { Parts } from './actions.ts';
import { demoTime } from './clock.ts';
import { currentDirection } from './look.ts';
import { cardOf } from './model.ts';
import type { PeerId } from './personas.ts';
import { demoStore } from './open-safety.ts';
import { focusSoon, focusThread } from './view/focus-soon.ts';

const EMERGENCY: Partial<ReportChoices> = { urgency: 'emergency', category: 'may-cause-violence' };
const EVERY_MS = 2_000;

/** Reports from this page: the screen, what became of them, and the question after somebody was blocked or a request deleted. */
export class ReportActions {
  readonly #parts: Parts;
  #watching = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** From a message, or without one from the chat. */
  async open(peer: PeerId, from: { readonly messageId?: string; readonly emergency?: boolean } = {}): Promise<void> {
    await this.#show(peer, from.messageId, undefined, from.emergency === true ? EMERGENCY : {});
    focusSoon('inward-report');
  }

  /** Before what it is about goes from the page: the report holds it in memory until the person says Report or Skip. */
  async ask(peer: PeerId, occasion: ReportOccasion): Promise<void> {
    await this.#show(peer, undefined, occasion, {});
  }

  async ended({ state }: ReportScreenEvent): Promise<void> {
    const { model, changed } = this.#parts;
    if (state === 'sent' || state === 'waiting') {
      await this.look();
      this.watch();
      return;
    }
    model.reports.open = undefined;
    changed();
    focusThread();
  }

  /** What is stored about reports, and receipts that came meanwhile. */
  async look(): Promise<void> {
    const { model, changed } = this.#parts;
    const { createOutbox, createTickets } = await import('inward/report');
    const store = demoStore(model.me);
    const tickets = createTickets(store);
    const before = model.reports.tickets.flatMap(({ receipts }) => receipts).length;
    for (const signed of await this.#receipts()) await tickets.receive(signed, [MODERATOR]).catch(() => undefined);
    model.reports.tickets = await tickets.list();
    model.reports.waiting = (await createOutbox(store).waiting(demoTime())).length;
    if (model.reports.tickets.flatMap(({ receipts }) => receipts).length > before) model.announcement = 'There is an answer to a report of yours.';
    changed();
  }

  /** Asks for receipts while a report has no final answer. */
  watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const again = async (): Promise<void> => {
      await this.look().catch(() => undefined);
      this.#watching = this.#parts.model.reports.tickets.some(({ receipts }) => receipts.at(-1)?.status !== 'final');
      if (this.#watching) setTimeout(() => void again(), EVERY_MS);
    };
    void again();
  }

  async #show(peer: PeerId, messageId: string | undefined, ask: ReportOccasion | undefined, start: Partial<ReportChoices>): Promise<void> {
    const { model, safety, changed } = this.#parts;
    const target = { conversationId: threadId(model.me, peer), ...messageId === undefined ? {} : { messageId } };
    const hand = await safety?.report(target).catch(() => undefined);
    if (hand === undefined) {
      model.announcement = 'A report cannot be made now.';
      changed();
      return;
    }
    const { defineReport } = await import('inward/ui/report');
    defineReport();
    const catalogue = currentDirection() === 'rtl' ? (await import('inward/ui/report/ar')).ar : (await import('inward/ui/report/en')).en;
    // A question that nobody answered yet makes room, and what it held goes.
    model.reports.open?.hand.discard();
    const name = cardOf(model, peer).name;
    model.reports.open = { peer, hand, catalogue, ask, start, nameOf: (senderId) => (senderId === model.me ? cardOf(model, model.me).name : name) };
    changed();
  }

  async #receipts(): Promise<readonly SignedReceipt[]> {
    const response = await fetch(`/as/${this.#parts.model.me}/receipts`).catch(() => undefined);
    return response?.ok === true ? await response.json() as SignedReceipt[] : [];
  }
}
