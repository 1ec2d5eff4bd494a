import type { FromRelay, Persona } from '../wire.ts';
import { franked, frankedOf, type Franked } from './franking.ts';
import { decodePayload, encodePayload, type Payload } from './payload.ts';
import { RelayClient } from './relay-client.ts';
import type { SecureChannel } from './secure-channel.ts';
import { Turns } from './turns.ts';

export interface PostEvents {
  /** A decrypted message, before anything has looked at it. */
  onPayload(from: Persona, payload: Payload, decryptMs: number, proof: Franked | undefined): void;
  /** Sealed, and in the hands of the client it was sealed for. With its proof, one's own messages can be reported like others. */
  onSent(id: string, proof: Franked | undefined): void;
  onPeers(peers: Readonly<Record<Persona, string | null>>): void;
  onOnline(online: boolean): void;
  onReplaced(): void;
}

const KEY_PACKAGES = 6;

interface Letter {
  readonly to: Persona;
  readonly payload: Payload;
}

/** Seals what goes out, opens what comes in. Letters wait here, unsealed, until the other side has been there once. */
export class Postman {
  readonly #relay: RelayClient;
  readonly #events: PostEvents;
  readonly #channel: SecureChannel;
  readonly #turns = new Turns();
  readonly #me: Persona;
  /** How many messages went to each. */
  readonly #counters = new Map<Persona, number>();
  readonly #claimed = new Set<string>();
  #peers: Readonly<Record<Persona, string | null>> = { ada: null, ben: null, stranger: null };
  #outbox: Letter[] = [];
  /** Handed to the relay, not yet forwarded, by running number. They are sealed anew where the other client is a new one. */
  readonly #underway = new Map<number, Letter & { readonly client: string; readonly sealed: Payload }>();
  #ref = 0;
  #firstPackages: readonly string[] | undefined;

  constructor(me: Persona, channel: SecureChannel, events: PostEvents) {
    this.#me = me;
    this.#channel = channel;
    this.#events = events;
    this.#relay = new RelayClient(me, {
      onFrame: (frame) => { this.#take(frame); },
      onOnline: (online) => {
        events.onOnline(online);
        if (online) this.#next(() => this.#flush());
        else this.#lineLost();
      },
    });
  }

  async start(): Promise<void> {
    this.#firstPackages = await this.#channel.keyPackages(KEY_PACKAGES);
    this.#relay.connect();
  }

  post(to: Persona, payload: Payload): void {
    this.#outbox.push({ to, payload });
    this.#next(() => this.#flush());
  }

  /** What cannot be opened was sealed for an earlier run of this page, whose keys are gone: there is nothing to show. */
  #next(work: () => Promise<void>): void {
    this.#turns.run(work).catch(() => undefined);
  }

  #take(frame: FromRelay): void {
    switch (frame.type) {
      case 'replaced':
        this.#events.onReplaced();
        break;
      case 'peers':
        this.#peers = frame.peers;
        this.#takeBack((letter) => letter.client !== frame.peers[letter.to]);
        this.#events.onPeers(frame.peers);
        this.#publishFirst();
        this.#next(() => this.#flush());
        break;
      case 'key-package':
        this.#next(() => this.#start(frame.of, frame.client, frame.mls));
        break;
      case 'forwarded':
        this.#forwarded(frame);
        break;
      case 'deliver':
        this.#next(() => this.#deliver(frame));
        break;
    }
  }

  /** Answers will not come on another line; who got a letter twice knows it by its id. */
  #lineLost(): void {
    this.#claimed.clear();
    this.#takeBack(() => true);
  }

  #takeBack(which: (letter: Letter & { readonly client: string }) => boolean): void {
    for (const [ref, letter] of this.#underway) {
      if (!which(letter)) continue;
      this.#underway.delete(ref);
      this.#outbox.push({ to: letter.to, payload: letter.payload });
    }
  }

  #forwarded({ ref, stamp }: FromRelay & { type: 'forwarded' }): void {
    const letter = this.#underway.get(ref);
    if (letter === undefined || !this.#underway.delete(ref)) return;
    this.#next(async () => { this.#events.onSent(letter.payload.id, await frankedOf(this.#me, letter.to, letter.sealed, stamp)); });
  }

  /** Once: after a broken line the relay still has what is left of them. */
  #publishFirst(): void {
    const keyPackages = this.#firstPackages;
    if (keyPackages !== undefined && this.#relay.send({ type: 'publish', keyPackages })) this.#firstPackages = undefined;
  }

  async #start(of: Persona, client: string, keyPackage: string | null): Promise<void> {
    this.#claimed.delete(client);
    if (keyPackage === null || this.#channel.hasSession(client)) return;
    const welcome = await this.#channel.start(client, keyPackage);
    this.#relay.send({ type: 'send', to: of, client, kind: 'welcome', mls: welcome, ref: this.#ref++ });
    await this.#flush();
  }

  async #deliver(frame: FromRelay & { type: 'deliver' }): Promise<void> {
    try {
      await this.#open(frame);
    } finally {
      // Also where it cannot be opened: another delivery would change nothing.
      this.#relay.send({ type: 'received', from: frame.from, client: frame.client, ref: frame.ref });
    }
  }

  async #open(frame: FromRelay & { type: 'deliver' }): Promise<void> {
    if (frame.kind === 'welcome') {
      await this.#channel.join(frame.client, frame.mls);
      this.#relay.send({ type: 'publish', keyPackages: await this.#channel.keyPackages(1) });
      return;
    }
    const { plaintext, milliseconds } = await this.#channel.open(frame.client, frame.mls);
    const payload = await decodePayload(plaintext);
    if (payload !== undefined) this.#events.onPayload(frame.from, payload, milliseconds, await frankedOf(frame.from, this.#me, payload, frame.stamp));
  }

  async #flush(): Promise<void> {
    const left: Letter[] = [];
    for (const letter of this.#outbox.splice(0)) {
      if (!await this.#trySend(letter)) left.push(letter);
    }
    this.#outbox = [...left, ...this.#outbox];
  }

  async #trySend({ to, payload }: Letter): Promise<boolean> {
    const client = this.#peers[to];
    if (client === null) return false;
    if (!this.#channel.hasSession(client)) {
      if (!this.#claimed.has(client) && this.#relay.send({ type: 'claim', of: to })) this.#claimed.add(client);
      return false;
    }
    const counter = this.#counters.get(to) ?? 0;
    this.#counters.set(to, counter + 1);
    const { payload: sealed, mark } = await franked(this.#me, to, payload, counter);
    const mls = await this.#channel.seal(client, encodePayload(sealed));
    // While it was being sealed a new run of the other client may have come: it flushes again, for the new keys.
    if (this.#peers[to] !== client) return false;
    const ref = this.#ref++;
    if (!this.#relay.send({ type: 'send', to, client, kind: 'message', mls, ref, ...mark === undefined ? {} : { mark } })) return false;
    this.#underway.set(ref, { to, payload, sealed, client });
    return true;
  }
}
