import type { ReportChoices } from 'inward';
import type { NudgeHours, SignedReceipt, Ticket } from 'inward/report';
import type { ReportOccasion, ReportScreenEvent } from 'inward/ui/report';
import { MODERATOR, PARTNER, threadId } from '../office-keys.ts';
import type { Parts } from './actions.ts';
import { demoTime } from './clock.ts';
import { currentDirection } from './look.ts';
import { cardOf } from './model.ts';
import type { PeerId } from './personas.ts';
import { demoStore } from './open-safety.ts';
import { isAwaited } from './receipts-of.ts';
import { reportOptions, sendSealed } from './report-options.ts';
import type { OpenReport } from './reports-state.ts';
import { focusSoon, focusThread, openSheetSoon } from './view/focus-soon.ts';

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
    openSheetSoon();
  }

  /** Before what it is about goes from the page: the report holds it in memory until the person says Report or Skip. */
  async ask(peer: PeerId, occasion: ReportOccasion): Promise<void> {
    await this.#show(peer, undefined, occasion, {});
    // Said, and not put in the way of the keyboard: what was pressed goes on where it was.
    if (this.#parts.model.reports.open?.peer === peer) this.#tell(`${this.#parts.model.announcement} There is a question above the chats: do you want to report it?`.trim());
  }

  /** Escape, or a message that no report could be made, put away. */
  async putAway(): Promise<void> {
    const { model } = this.#parts;
    await model.reports.open?.hand.withdraw().catch(() => undefined);
    this.#close();
  }

  /** From a press in the list of what waits. */
  async sendWaiting(reportId: string, press: Event): Promise<void> {
    const { model } = this.#parts;
    const { createOutbox } = await import('inward/report');
    const outbox = createOutbox(demoStore(model.me));
    await outbox.send(reportId, reportOptions(model.me, model).send, { now: demoTime(), press }).then(
      ({ facts }) => {
        for (const bubble of model.bubbles) if (bubble.report?.id === reportId) bubble.report = { id: reportId, isSent: true };
        model.reports.said = `Sent to ${facts.recipients.map(({ name }) => name).join(' and ')}.`;
      },
      (error: unknown) => { model.reports.said = (error as { readonly code?: unknown }).code === 'recipient-key-expired' ? 'It can no longer be sent, and was deleted. Write it anew.' : 'There is no connection. It still waits.'; });
    await this.look();
    this.watch();
  }

  async deleteWaiting(reportId: string): Promise<void> {
    const { model } = this.#parts;
    const { createOutbox } = await import('inward/report');
    await createOutbox(demoStore(model.me)).discard(reportId).then(() => {
      for (const bubble of model.bubbles) if (bubble.report?.id === reportId) delete bubble.report;
      model.reports.said = 'Deleted.';
    }, () => { model.reports.said = 'It could not be deleted.'; });
    await this.look();
  }

  /** The person saw that there is no answer yet. */
  async noted(ticket: Ticket, nudge: NudgeHours): Promise<void> {
    const { createTickets, ticketNudged } = await import('inward/report');
    await createTickets(demoStore(this.#parts.model.me)).put(ticketNudged(ticket, nudge));
    await this.look();
  }

  /** Two days and no answer: shows a report without messages that asks for one. Nothing is sealed before the person presses Send there. */
  async askAgain(ticket: Ticket): Promise<void> {
    const { model, safety } = this.#parts;
    if (safety === undefined) return;
    const { reportId, category, urgency } = ticket.facts;
    const { pressInHand } = await import('inward/report/press');
    const options = { report: await import('inward/report'), safety, store: demoStore(model.me), moderator: [MODERATOR], now: demoTime, send: (envelope: Uint8Array<ArrayBuffer>) => sendSealed(model.me, envelope) };
    const hand = await pressInHand(reportId, options).catch(() => undefined);
    if (hand === undefined) {
      // Another tab asked, or the answer came.
      model.reports.said = 'An answer cannot be asked for now.';
      await this.look();
      return;
    }
    await this.#put({ peer: undefined, hand, ask: undefined, start: { category, urgency }, pressing: reportId, nameOf: () => '' });
    openSheetSoon();
  }

  /** After a reload: what waits and what was sent are there again. */
  async start(): Promise<void> {
    const keys = await demoStore(this.#parts.model.me).keys().catch(() => []);
    if (!keys.some((key) => key.startsWith('report-'))) return;
    await this.look();
    if (this.#isOpen()) this.watch();
  }

  async ended({ state, facts }: ReportScreenEvent): Promise<void> {
    const { model } = this.#parts;
    const about = model.bubbles.find(({ message }) => message.id === model.reports.open?.hand.target.messageId);
    if (state === 'withdrawn') delete about?.report;
    if (state === 'sent' || state === 'waiting') {
      if (model.reports.open?.pressing !== undefined) model.reports.said = 'Asked for an answer.';
      if (about !== undefined && facts !== undefined) about.report = { id: facts.reportId, isSent: state === 'sent' };
      await this.look();
      this.watch();
      return;
    }
    this.#close();
    await this.look();
  }

  /** What is stored about reports, and receipts that came meanwhile. */
  async look(): Promise<void> {
    const { model, changed } = this.#parts;
    const { createOutbox, createTickets } = await import('inward/report');
    const { ticketWithPress } = await import('inward/report/press');
    const store = demoStore(model.me);
    const tickets = createTickets(store);
    const before = model.reports.tickets.flatMap(({ receipts }) => receipts).length;
    for (const signed of await this.#receipts()) await tickets.receive(signed, [MODERATOR, PARTNER]).catch(() => undefined);
    model.reports.tickets = await Promise.all((await tickets.list()).map(async (ticket) => {
      const pressed = ticketWithPress(ticket);
      // What the store does not take now it takes at the next look.
      if (pressed !== ticket) await tickets.put(pressed).catch(() => undefined);
      return pressed;
    }));
    model.reports.waiting = await createOutbox(store).waiting(demoTime());
    if (model.reports.tickets.flatMap(({ receipts }) => receipts).length > before) model.announcement = 'There is an answer to a report of yours.';
    changed();
  }

  /** Asks for receipts while somebody who got a report has not answered it for good. */
  watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const again = async (): Promise<void> => {
      await this.look().catch(() => undefined);
      this.#watching = this.#isOpen();
      if (this.#watching) setTimeout(() => void again(), EVERY_MS);
    };
    void again();
  }

  async #show(peer: PeerId, messageId: string | undefined, ask: ReportOccasion | undefined, start: Partial<ReportChoices>): Promise<void> {
    const { model, safety, changed } = this.#parts;
    const target = { conversationId: threadId(model.me, peer), ...messageId === undefined ? {} : { messageId } };
    const hand = await safety?.report(target).catch(() => undefined);
    model.reports.failed = hand === undefined;
    if (hand === undefined) {
      changed();
      return;
    }
    const name = cardOf(model, peer).name;
    await this.#put({ peer, hand, ask, start, nameOf: (senderId) => (senderId === model.me ? cardOf(model, model.me).name : name) });
  }

  async #put(open: Omit<OpenReport, 'catalogue'>): Promise<void> {
    const { model, changed } = this.#parts;
    const { defineReport } = await import('inward/ui/report');
    defineReport();
    const [texts, notices] = currentDirection() === 'rtl'
      ? [(await import('inward/ui/report/ar')).ar, (await import('inward/ui/notices/ar')).ar] : [(await import('inward/ui/report/en')).en, (await import('inward/ui/notices/en')).en];
    // A question that nobody answered yet makes room, and what it held goes.
    model.reports.open?.hand.discard();
    // With the reasons of notices in words.
    model.reports.open = { ...open, catalogue: { ...texts, messages: { ...notices.messages, ...texts.messages } } };
    changed();
  }

  #isOpen(): boolean {
    return this.#parts.model.reports.tickets.some(isAwaited);
  }

  /** Back to what was pressed, where it is still there. */
  #close(): void {
    const { model, changed } = this.#parts;
    const { pressing, hand } = model.reports.open ?? {};
    const messageId = hand?.target.messageId;
    Object.assign(model.reports, { open: undefined, failed: false });
    changed();
    if (pressing !== undefined) focusSoon('#tickets-title');
    else if (messageId === undefined) focusThread();
    else focusSoon(`[data-message="${CSS.escape(messageId)}"] .report-row button`);
  }

  #tell(text: string): void {
    this.#parts.model.announcement = text;
    this.#parts.changed();
  }

  async #receipts(): Promise<readonly SignedReceipt[]> {
    const response = await fetch(`/as/${this.#parts.model.me}/receipts`).catch(() => undefined);
    return response?.ok === true ? await response.json() as SignedReceipt[] : [];
  }
}
