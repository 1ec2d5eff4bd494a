import { tagCommitment } from 'inward/report';
import { TAG_KEY, threadId } from '../office-keys.ts';
import type { Mark, Persona, Stamp } from '../wire.ts';

const MINUTE_MS = 60_000;

/** The relay's half of message franking: a tag over a commitment, and what the relay itself knows of the message. It stores a running number a conversation. */
export class Stamps {
  readonly #key = { id: TAG_KEY.id, key: new Uint8Array(Buffer.from(TAG_KEY.key, 'base64url')) };
  readonly #now: () => number;
  readonly #sequences = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The number is taken at once. Asked for when a message is handed on, so that what never was has none, and every number stands for a message. */
  make(from: Persona, to: Persona, { id, commitment }: Mark): Promise<Stamp> {
    const conversationId = threadId(from, to);
    const sequence = (this.#sequences.get(conversationId) ?? 0) + 1;
    this.#sequences.set(conversationId, sequence);
    const now = this.#now();
    const context = { conversationId, senderId: from, recipientId: to, messageId: id, sequence, receivedAt: now - (now % MINUTE_MS) };
    return tagCommitment(this.#key, commitment, context).then((tag) => ({ commitment, tag, context }));
  }
}
