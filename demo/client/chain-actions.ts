import type { Message } from 'inward';
import type { Catalogue } from 'inward/ui';
import type { Parts } from './actions.ts';
import { CHAIN_COPIES } from './chain-letter.ts';
import { demoTime, weekLater } from './clock.ts';
import type { Model } from './model.ts';
import type { PeerId, PersonCard } from './personas.ts';

const HOUR_MS = 60 * 60_000;

/** A chain letter that comes in, and what a person does about one. */
export class ChainActions {
  readonly #parts: Parts;
  readonly #takeOut: (samples: readonly PeerId[]) => Promise<void>;

  constructor(parts: Parts, takeOut: (samples: readonly PeerId[]) => Promise<void>) {
    this.#parts = parts;
    this.#takeOut = takeOut;
  }

  /** Three copies, one after the other, as if they had just been decrypted: through the sealed workers. */
  async come(): Promise<void> {
    const { inbox } = this.#parts.model;
    if (inbox.chain === 'coming' || inbox.chain === 'here') return;
    this.#set(() => { inbox.chain = 'coming'; });
    try {
      // Who reads Burmese is told in Burmese.
      await this.#arrive((await import('inward/ui/notices/my')).my);
    } catch {
      this.#set(() => { inbox.chain = 'failed'; });
    }
  }

  async #arrive(catalogue: Catalogue): Promise<void> {
    const { screener, model } = this.#parts;
    weekLater(model.me);
    const run = crypto.randomUUID().slice(0, 4);
    for (const { card, hoursAgo, text } of CHAIN_COPIES) {
      const person: PersonCard = { ...card, id: `${card.id}-${run}`, sample: true, catalogue };
      this.#set(() => {
        model.people.set(person.id, person);
        model.relationships = { ...model.relationships, [person.id]: 'stranger' };
      });
      const message: Message = { id: `${person.id}-1`, conversationId: `with-${person.id}`, senderId: person.id, kind: 'text', text, sentAt: demoTime() - hoursAgo * HOUR_MS, direction: 'incoming' };
      await screener.receiveAll([{ peer: person.id, message, media: [] }], 'live');
    }
    const isNoticed = model.bubbles.some(({ peer, notices }) => peer.endsWith(run) && notices.some(({ kind }) => kind === 'chain'));
    this.#set(() => {
      model.inbox.chain = 'here';
      model.announcement = `${CHAIN_COPIES.length} sample messages came in, hours apart.${isNoticed ? ' There is a notice about the last one.' : ''}`;
    });
  }

  async takeOut(): Promise<void> {
    const { model } = this.#parts;
    await this.#takeOut([...model.people.keys()].filter((peer) => CHAIN_COPIES.some(({ card }) => peer.startsWith(`${card.id}-`))));
  }

  /** Shows who checks rumours under that notice; none: under none. */
  async check(noticeId: string | undefined): Promise<void> {
    if (noticeId !== undefined) (await import('inward/ui/help')).defineHelp();
    this.#set((model) => {
      model.inbox.checking = noticeId;
      if (noticeId !== undefined) model.announcement = 'Who checks rumours is listed below the notice.';
    });
  }

  #set(change: (model: Model) => void): void {
    change(this.#parts.model);
    this.#parts.changed();
  }
}
