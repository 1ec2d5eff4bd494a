import type { WebSocket } from 'ws';
import { Stamps } from './stamps.ts';
import { PERSONAS, type FromRelay, type Mark, type Persona, type Stamp, type ToRelay } from '../wire.ts';

interface Mailbox {
  client: string | null;
  socket: WebSocket | null;
  keyPackages: string[];
  /** Kept while the client is away; lost with its keys when a new client says hello. */
  waiting: Waiting[];
  /** Handed to a socket, which may be one that nobody reads any more: kept until the client says it has them. */
  underway: Waiting[];
}

interface Waiting {
  readonly from: Persona;
  readonly client: string;
  readonly ref: number;
  readonly kind: 'welcome' | 'message';
  readonly mls: string;
  readonly mark: Mark | undefined;
  /** Made with the first delivery, and kept for the next. */
  stamp?: Stamp;
}

const WAITING_MAX = 500;

/** Stores and forwards MLS bytes between the three persons of the playground, in memory. It holds no key. */
export class Relay {
  readonly #stamps: Stamps;
  /** Frames go on in the order in which they came, though a stamp takes a moment. */
  #last: Promise<void> = Promise.resolve();
  readonly #boxes: Readonly<Record<Persona, Mailbox>> = { ada: emptyBox(), ben: emptyBox(), stranger: emptyBox() };

  constructor(now: () => number) {
    this.#stamps = new Stamps(now);
  }

  take(from: Persona, socket: WebSocket, frame: ToRelay): void {
    const own = this.#boxes[from];
    if (frame.type === 'hello') {
      this.#welcome(from, socket, frame.client);
      return;
    }
    if (own.socket !== socket || own.client === null) return;
    if (frame.type === 'publish') {
      own.keyPackages.push(...frame.keyPackages);
      this.#announce();
    } else if (frame.type === 'claim') {
      const other = this.#boxes[frame.of];
      // A key package is used once (RFC 9420 §10).
      put(socket, { type: 'key-package', of: frame.of, client: other.client ?? '', mls: other.keyPackages.shift() ?? null });
    } else if (frame.type === 'received') {
      this.#received(own, frame);
    } else {
      this.#forward(from, own.client, frame);
    }
  }

  leave(persona: Persona, socket: WebSocket): void {
    const box = this.#boxes[persona];
    if (box.socket === socket) box.socket = null;
  }

  #welcome(persona: Persona, socket: WebSocket, client: string): void {
    const box = this.#boxes[persona];
    if (box.socket !== null && box.socket !== socket) {
      put(box.socket, { type: 'replaced' });
      box.socket.close();
    }
    box.socket = socket;
    if (box.client !== client) {
      box.client = client;
      box.keyPackages = [];
      box.waiting = [];
      box.underway = [];
    }
    this.#announce();
    for (const one of [...box.underway.splice(0), ...box.waiting.splice(0)]) this.#deliver(persona, box, socket, one);
  }

  #forward(from: Persona, client: string, frame: ToRelay & { type: 'send' }): void {
    const box = this.#boxes[frame.to];
    if (box.client !== frame.client) return; // Meant for a run of the client that is gone, and its keys with it.
    const { kind, mls, ref, mark } = frame;
    const one: Waiting = { from, client, ref, kind, mls, mark: kind === 'message' ? mark : undefined };
    if (box.socket !== null && box.underway.length < WAITING_MAX) this.#deliver(frame.to, box, box.socket, one);
    else if (box.waiting.length < WAITING_MAX) box.waiting.push(one);
  }

  #deliver(to: Persona, box: Mailbox, socket: WebSocket, one: Waiting): void {
    box.underway.push(one);
    this.#last = this.#last.then(async () => {
      if (one.mark !== undefined) one.stamp ??= await this.#stamps.make(one.from, to, one.mark);
      const { from, client, kind, mls, ref, stamp } = one;
      put(socket, { type: 'deliver', from, client, kind, mls, ref, ...stamp === undefined ? {} : { stamp } });
    }).catch(() => undefined);
  }

  #received(box: Mailbox, { from, client, ref }: ToRelay & { type: 'received' }): void {
    const at = box.underway.findIndex((one) => one.from === from && one.client === client && one.ref === ref);
    if (at < 0) return;
    const [{ stamp } = {}] = box.underway.splice(at, 1);
    const sender = this.#boxes[from];
    if (sender.client === client && sender.socket !== null) put(sender.socket, { type: 'forwarded', ref, ...stamp === undefined ? {} : { stamp } });
  }

  /** Who can be written to: clients that have left key packages. */
  #announce(): void {
    const peers = Object.fromEntries(PERSONAS.map((one) => [one, this.#boxes[one].client])) as Record<Persona, string | null>;
    for (const one of PERSONAS) {
      const { socket } = this.#boxes[one];
      if (socket !== null) put(socket, { type: 'peers', peers });
    }
  }
}

function emptyBox(): Mailbox {
  return { client: null, socket: null, keyPackages: [], waiting: [], underway: [] };
}

function put(socket: WebSocket, frame: FromRelay): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
}
