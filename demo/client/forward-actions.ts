import { forwardLimit, nextHops } from 'inward/forward';
import type { ForwardChoice } from 'inward/ui/forward';
import type { Parts } from './actions.ts';
import { currentDirection } from './look.ts';
import { cardOf, meOf, type Bubble } from './model.ts';
import { outgoingContext, type PeerId } from './personas.ts';
import type { ReportActions } from './report-actions.ts';
import { focusThread } from './view/focus-soon.ts';

type Send = (peer: PeerId, sample: { readonly text: string; readonly hops: number }) => Promise<void>;

/** Passing a message on: chats are ticked, held to the limit; where the review says so there is a pause, and only then it is sent. */
export class ForwardActions {
  readonly #parts: Parts;
  readonly #send: Send;
  readonly #reports: ReportActions;

  constructor(parts: Parts, reports: ReportActions, send: Send) {
    this.#parts = parts;
    this.#send = send;
    this.#reports = reports;
  }

  open(bubble: Bubble): void {
    this.#set({ bubble, chosen: [], mostChats: forwardLimit(bubble.message.forwardHops) });
    openDialogSoon('h2');
  }

  choose(peer: PeerId, isIn: boolean): void {
    const { open } = this.#parts.model.forward;
    if (open) this.#set({ ...open, chosen: isIn ? [...open.chosen, peer].slice(0, open.mostChats) : open.chosen.filter((one) => one !== peer) });
  }

  /** Sends it, unless there is something to think about first. */
  async go(): Promise<void> {
    const { model, safety } = this.#parts;
    const { open } = model.forward;
    const [first] = open?.chosen ?? [];
    if (open === undefined || first === undefined) return;
    const { message, notices } = open.bubble;
    const sent = { ...message, id: 'draft', conversationId: `with-${first}`, direction: 'outgoing' as const, forwardHops: nextHops(message.forwardHops) };
    const context = outgoingContext(model.me, cardOf(model, first), model.relationships[first] ?? 'stranger', meOf(model), true);
    const review = await safety?.reviewOutgoing(sent, context, { forwarded: { hops: message.forwardHops, notices } }).catch(() => undefined);
    if (review?.forward?.card === undefined) return this.#sendAll();
    const { defineForward } = await import('inward/ui/forward');
    defineForward();
    const catalogue = currentDirection() === 'rtl' ? (await import('inward/ui/forward/ar')).ar : (await import('inward/ui/forward/en')).en;
    this.#set({ ...open, pause: { forward: review.forward, catalogue } });
    openDialogSoon('inward-forward');
  }

  async pressed({ action }: ForwardChoice): Promise<void> {
    const { model } = this.#parts;
    const bubble = model.forward.open?.bubble;
    if (bubble === undefined) return;
    if (action === 'send-anyway') return this.#sendAll();
    if (action === 'delete') model.bubbles = model.bubbles.filter((one) => one !== bubble);
    this.#close(action === 'delete' ? 'Deleted from this device.' : action === 'check-first' ? 'Not sent. Ask somebody who can know whether it is true.' : 'Not sent.');
    if (action === 'report') await this.#reports.open(bubble.peer, { messageId: bubble.message.id });
  }

  putAway(): void {
    this.#close('Not sent.');
  }

  async #sendAll(): Promise<void> {
    const { open } = this.#parts.model.forward;
    if (open === undefined) return;
    const { bubble: { message }, chosen } = open;
    this.#close(`Passed on to ${chosen.map((peer) => cardOf(this.#parts.model, peer).name).join(' and ')}.`);
    for (const peer of chosen) await this.#send(peer, { text: message.text ?? '', hops: nextHops(message.forwardHops) });
  }

  #close(said: string): void {
    this.#parts.model.announcement = said;
    this.#set(undefined);
    focusThread();
  }

  #set(open: Parts['model']['forward']['open']): void {
    this.#parts.model.forward.open = open;
    this.#parts.changed();
  }
}

/** The dialog lies over the page; Escape puts it away. */
function openDialogSoon(focus: string): void {
  setTimeout(() => {
    const sheet = document.querySelector<HTMLDialogElement>('dialog.forward-sheet');
    if (sheet === null) return;
    if (!sheet.open) sheet.showModal();
    sheet.querySelector<HTMLElement>(focus)?.focus();
  });
}
